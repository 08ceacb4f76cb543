import { steps } from './torus.js';
import { waitOf } from './waits.js';

/**
 * The order of a list of rides.
 * @typedef {'name' | 'wait' | 'walk' | 'trend'} Column
 * @typedef {{column: Column, descending: boolean}} Order
 * @typedef {import('../types.js').Ride} Ride
 */

/** Rides that one cannot ride come last, whichever way the list is sorted. */
const STATES = ['OPEN', 'NO_DATA', 'DOWN', 'CLOSED'];

const TRENDS = ['FALLING', 'STEADY', 'RISING'];

/**
 * A sorted copy. Equal rides are ordered by wait, way, name and id, so that two frames with the
 * same waits give the same order.
 * @param {Ride[]} rides
 * @param {Order} order
 * @param {{here: number | null, trend: (ride: Ride) => string, compare: (a: string, b: string) => number}} known
 */
export function sorted(rides, order, known) {
  const wait = (/** @type {Ride} */ ride) => waitOf(ride) ?? Infinity;
  const walk = (/** @type {Ride} */ ride) => (known.here === null ? 0 : steps(known.here, ride.position));
  const state = (/** @type {Ride} */ ride) => STATES.indexOf(ride.state);
  const by = {
    name: (/** @type {Ride} */ a, /** @type {Ride} */ b) => known.compare(a.name, b.name),
    wait: (/** @type {Ride} */ a, /** @type {Ride} */ b) => difference(wait(a), wait(b)),
    walk: (/** @type {Ride} */ a, /** @type {Ride} */ b) => walk(a) - walk(b),
    trend: (/** @type {Ride} */ a, /** @type {Ride} */ b) =>
      TRENDS.indexOf(known.trend(a)) - TRENDS.indexOf(known.trend(b)),
  };
  const way = order.descending ? -1 : 1;
  const unavailableLast = order.column === 'wait' || order.column === 'trend';
  return [...rides].sort(
    (a, b) =>
      (unavailableLast ? state(a) - state(b) : 0) ||
      way * by[order.column](a, b) ||
      by.wait(a, b) ||
      by.walk(a, b) ||
      by.name(a, b) ||
      a.id - b.id,
  );
}

/** Infinity less Infinity is not a number. */
const difference = (/** @type {number} */ a, /** @type {number} */ b) => (a === b ? 0 : a - b);

/**
 * The order after a press on a column's head: the other way round, or that column, ascending.
 * @param {Order} order
 * @param {Column} column
 * @returns {Order}
 */
export const pressed = (order, column) => ({
  column,
  descending: order.column === column && !order.descending,
});
