import { Announcements } from '../live/announcements.js';

const TICK_MS = 500;

/** The one polite status line: what it says is never a frame, and at most one sentence in 5 s. */
export class Announcer {
  #announcements = new Announcements();

  /** @param {HTMLElement} line an element with role=status */
  constructor(line) {
    setInterval(() => {
      const text = this.#announcements.next(performance.now());
      if (text !== null) {
        line.textContent = text;
      }
    }, TICK_MS);
  }

  /** @param {string} text */
  say = (text) => this.#announcements.offer(text);
}
