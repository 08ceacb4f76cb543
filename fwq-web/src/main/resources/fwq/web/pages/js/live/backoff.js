const FIRST_MS = 500;
const LAST_MS = 20_000;

/**
 * How long to wait before the next attempt: twice as long each time, up to 20 s, and with up to
 * 25 % of jitter, so that a thousand pages do not come back at once.
 * @param {number} failures so far, 0 or more
 * @param {number} chance 0..1
 */
export const pauseMs = (failures, chance) =>
  Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures, 10)) * (0.75 + 0.5 * chance);
