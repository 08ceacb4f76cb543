import { pauseMs } from './backoff.js';
import { LATE_MS, freshness, isDead } from './freshness.js';
import { isNewer } from './newest.js';

const TICK_MS = 500;

/**
 * One server-sent stream that stays open: after any error a new one, with a growing pause; after
 * 10 s of silence a new one; and whenever the page is seen again after it slept.
 *
 * @typedef {object} Parts
 * @property {() => string} url
 * @property {(name: 'hello' | 'frame' | 'me' | 'away' | 'end', data: any) => void} heard
 * @property {(freshness: import('./freshness.js').Freshness) => void} ticked each half second
 * @property {() => Promise<boolean>} mayReopen asked after an error; false: the stream is over
 */
export class LiveStream {
  #parts;
  /** @type {EventSource | null} */
  #source = null;
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticks;
  /** @type {string | null} */
  #newest = null;
  /** What is away, by its name: engine and broker may be both. @type {Map<string, import('../types.js').Away>} */
  #aways = new Map();
  /** @type {import('./freshness.js').Heard} */
  #heard = { openedAt: 0, anythingAt: null, pictureAt: null, away: null };

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Opens it, or opens it anew. */
  open() {
    if (this.#ticks === undefined) {
      this.#ticks = setInterval(() => this.#tick(), TICK_MS);
      document.addEventListener('visibilitychange', this.#seenAgain);
      window.addEventListener('pageshow', this.#seenAgain);
      window.addEventListener('online', this.#online);
    }
    this.#connect();
  }

  /** Closes it for good, or until it is opened. */
  close() {
    clearInterval(this.#ticks);
    this.#ticks = undefined;
    document.removeEventListener('visibilitychange', this.#seenAgain);
    window.removeEventListener('pageshow', this.#seenAgain);
    window.removeEventListener('online', this.#online);
    this.#drop();
    this.#heard = { openedAt: 0, anythingAt: null, pictureAt: null, away: null };
  }

  /** What may be said of the data now. */
  get freshness() {
    return freshness(this.#heard, performance.now());
  }

  /** What is away, if the server said so. */
  get away() {
    return this.#heard.away;
  }

  /** How old the newest picture is, in milliseconds. */
  get ageMs() {
    return this.#heard.pictureAt === null ? null : performance.now() - this.#heard.pictureAt;
  }

  #connect() {
    this.#drop();
    this.#newest = null;
    this.#aways.clear();
    this.#heard.openedAt = performance.now();
    const source = new EventSource(this.#parts.url());
    this.#source = source;
    source.addEventListener('error', () => this.#failed());
    for (const name of /** @type {const} */ (['hello', 'frame', 'me', 'away', 'end'])) {
      source.addEventListener(name, (event) => this.#received(name, event));
    }
  }

  #drop() {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#source?.close();
    this.#source = null;
  }

  /** @param {'hello' | 'frame' | 'me' | 'away' | 'end'} name @param {MessageEvent} event */
  #received(name, event) {
    const now = performance.now();
    const data = JSON.parse(event.data);
    this.#failures = 0;
    this.#heard.anythingAt = now;
    if (name === 'frame') {
      if (!isNewer(event.lastEventId, this.#newest)) {
        return;
      }
      this.#newest = event.lastEventId;
      this.#heard.pictureAt = now - (data.ageMs ?? 0);
      this.#aways.clear();
    } else if (name === 'away' && data.what !== 'REGISTRY') {
      this.#aways.delete(data.what);
      if (data.since !== null) {
        this.#aways.set(data.what, data);
      }
    }
    this.#heard.away = this.#aways.values().next().value ?? null;
    this.#parts.heard(name, data);
  }

  #failed() {
    this.#drop();
    this.#retry = setTimeout(async () => {
      if (await this.#parts.mayReopen()) {
        // It may have been closed, or opened by another way, while that was asked.
        if (this.#ticks !== undefined && this.#source === null) {
          this.#connect();
        }
      } else {
        this.close();
      }
    }, pauseMs(this.#failures++, Math.random()));
  }

  #tick() {
    if (this.#source !== null && isDead(this.#heard, performance.now())) {
      this.#connect();
    }
    this.#parts.ticked(this.freshness);
  }

  #seenAgain = () => {
    const silentMs = performance.now() - (this.#heard.anythingAt ?? 0);
    if (document.visibilityState === 'visible' && silentMs >= LATE_MS) {
      this.#online();
    }
  };

  #online = () => {
    this.#failures = 0;
    this.#connect();
    this.#parts.ticked(this.freshness);
  };
}
