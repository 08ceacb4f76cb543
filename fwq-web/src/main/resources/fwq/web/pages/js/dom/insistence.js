import { pauseMs } from '../live/backoff.js';

const TICK_MS = 1_000;

/** Asks again and again while nobody answers, with growing pauses, and says when. */
export class Insistence {
  #banners;
  #attempt;
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import('./banners.js').Banners} banners @param {() => void} attempt */
  constructor(banners, attempt) {
    this.#banners = banners;
    this.#attempt = attempt;
  }

  /** The guest asks: whatever failed before does not count. */
  begin() {
    this.stop();
    this.#failures = 0;
  }

  /** @param {string} key a text with a gap for the seconds that are left */
  again(key) {
    const seconds = Math.max(2, Math.round(pauseMs(this.#failures + 1, Math.random()) / 1_000));
    this.#count(key, seconds, this.#failures++ > 0);
  }

  /** Asks no more. */
  stop() {
    clearTimeout(this.#timer);
    this.#banners.hide('away');
  }

  /** @param {string} key @param {number} seconds @param {boolean} silent */
  #count(key, seconds, silent) {
    this.#banners.show({
      kind: 'away', tone: 'bad', said: [key, seconds], silent,
      action: { key: 'away.stop', run: () => this.#stopped() },
    });
    this.#timer = setTimeout(
      () => (seconds > 1 ? this.#count(key, seconds - 1, true) : this.#attempt()),
      TICK_MS,
    );
  }

  #stopped() {
    this.stop();
    this.#banners.show({ kind: 'away', tone: 'info', said: ['away.stopped'] });
  }
}
