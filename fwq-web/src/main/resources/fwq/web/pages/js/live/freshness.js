/** What a page may say of its data, from the moments at which it heard things. */

/** Without anything for so long the page says so. */
export const LATE_MS = 3_000;

/** Without anything for so long the page opens a new stream. */
export const DEAD_MS = 10_000;

/**
 * @typedef {object} Heard all moments in milliseconds of one clock that only goes forward
 * @property {number} openedAt when the stream was opened
 * @property {number | null} anythingAt when the last event came
 * @property {number | null} pictureAt when the newest frame was made
 * @property {import('../types.js').Away | null} away what is away, if the server said so
 *
 * @typedef {'LOADING' | 'LIVE' | 'ENGINE_AWAY' | 'OFFLINE'} Freshness
 */

/**
 * An old map is never shown as live: LIVE takes a frame that is younger than 3 s.
 * @param {Heard} heard
 * @param {number} now
 * @returns {Freshness}
 */
export function freshness(heard, now) {
  if (heard.away) {
    return 'ENGINE_AWAY';
  }
  if (heard.pictureAt !== null && now - heard.pictureAt < LATE_MS) {
    return 'LIVE';
  }
  const heardAt = heard.anythingAt ?? heard.openedAt;
  if (now - heardAt >= LATE_MS) {
    return 'OFFLINE';
  }
  if (heard.pictureAt === null) {
    return 'LOADING';
  }
  // Where the stream spoke long after the last picture, it is the park that is silent.
  return heardAt - heard.pictureAt >= LATE_MS / 2 ? 'ENGINE_AWAY' : 'OFFLINE';
}

/**
 * Whether the stream is to be opened anew.
 * @param {Heard} heard
 * @param {number} now
 */
export const isDead = (heard, now) => now - Math.max(heard.anythingAt ?? 0, heard.openedAt) >= DEAD_MS;
