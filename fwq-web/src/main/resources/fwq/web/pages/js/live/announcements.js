/** What a screen reader is told: the newest thing, at most once in 5 s. */
export class Announcements {
  static INTERVAL_MS = 5_000;

  #last = '';
  #saidAt = -Infinity;
  /** @type {string | null} */
  #waiting = null;

  /** @param {string} text takes the place of what was not said yet */
  offer(text) {
    this.#waiting = text === this.#last ? null : text;
  }

  /**
   * What is to be said now, or nothing.
   * @param {number} now milliseconds
   * @returns {string | null}
   */
  next(now) {
    if (this.#waiting === null || now - this.#saidAt < Announcements.INTERVAL_MS) {
      return null;
    }
    this.#last = this.#waiting;
    this.#waiting = null;
    this.#saidAt = now;
    return this.#last;
  }
}
