/** How a wait is marked: one of five steps, or what there is instead of a wait. */

/** A wait of at least so many minutes is in the second, third, fourth, fifth step. */
export const STEP_MINUTES = Object.freeze([10, 20, 35, 60]);

/**
 * The step of a wait, 1 (short) to 5.
 * @param {number} minutes
 */
export const stepOf = (minutes) => 1 + STEP_MINUTES.filter((from) => minutes >= from).length;

/**
 * What a ride's mark shows: a step of its wait, or its state where it has none. Unknown is not 0.
 * @param {import('../types.js').Ride} ride
 * @returns {'1' | '2' | '3' | '4' | '5' | 'NO_DATA' | 'DOWN' | 'CLOSED'}
 */
export function markOf(ride) {
  if (ride.state !== 'OPEN') {
    return ride.state;
  }
  return ride.wait === null || ride.wait === undefined
    ? 'NO_DATA'
    : /** @type {'1'} */ (String(stepOf(ride.wait)));
}

/** What stands in a mark that has no wait. */
const SIGNS = Object.freeze({ NO_DATA: '?', DOWN: '!', CLOSED: '–' });

/**
 * The few characters in a ride's mark.
 * @param {import('../types.js').Ride} ride
 */
export function signOf(ride) {
  const mark = markOf(ride);
  return mark in SIGNS ? SIGNS[/** @type {'DOWN'} */ (mark)] : String(ride.wait);
}

/**
 * The minutes of an open ride, or null.
 * @param {import('../types.js').Ride} ride
 * @returns {number | null}
 */
export const waitOf = (ride) => (ride.state === 'OPEN' ? (ride.wait ?? null) : null);
