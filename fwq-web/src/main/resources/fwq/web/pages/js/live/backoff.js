const FIRST_MS = 500;
const LAST_MS = 20_000;

/** Five attempts in the first 7 s: a server that is started anew finds its guests where they were. */
const GROWTH = 1.5;

/**
 * How long to wait before the next attempt: half as long again each time, up to 20 s, and with up
 * to 25 % of jitter, so that a thousand pages do not come back at once.
 * @param {number} failures so far, 0 or more
 * @param {number} chance 0..1
 */
export const pauseMs = (failures, chance) =>
  Math.min(LAST_MS, FIRST_MS * GROWTH ** Math.min(failures, 10)) * (0.75 + 0.5 * chance);
