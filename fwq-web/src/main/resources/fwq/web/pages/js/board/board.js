import { isWanted } from './address.js';
import { layout, pageAt } from './pages.js';
import { BoardRow } from './row.js';
import { rideBeside } from '../park/carts.js';
import { sorted } from '../park/order.js';
import { Trends } from '../park/trends.js';
import { inUse, say, text, write } from '../text/speak.js';
import { clock, dayClock } from '../text/texts.js';

/** With more rides than the screen holds, each page is up for so long. */
const PAGE_MS = 12_000;

/** Food carts that there is room for, those with the most left. */
const CARTS_MAX = 3;

/**
 * The waits on a big screen, the shortest first.
 * @typedef {Record<'title' | 'page' | 'clock' | 'rides' | 'veil' | 'why' | 'more' | 'carts' | 'data', HTMLElement>} Elements
 * @typedef {{freshness: import('../live/freshness.js').Freshness, away: import('../types.js').Away | null, noPark: boolean, ageMs: number | null}} Link
 */
export class BoardView {
  #elements;
  #wanted;
  #trends = new Trends();
  /** @type {BoardRow[]} */
  #rows = [];
  /** @type {import('../types.js').Frame | null} */
  #frame = null;
  /** @type {import('../types.js').Hello | null} */
  #hello = null;

  /** @param {Elements} elements @param {import('./address.js').Wanted} wanted */
  constructor(elements, wanted) {
    this.#elements = elements;
    this.#wanted = wanted;
  }

  /** @param {import('../types.js').Hello} hello */
  heardHello(hello) {
    this.#hello = hello;
  }

  /** @param {import('../types.js').Frame} frame */
  heardFrame(frame) {
    this.#frame = frame;
    if (this.#hello && frame.zone) {
      this.#hello.zone = frame.zone;
    }
    this.#trends.saw(frame.rides, performance.now());
  }

  /** @param {Link} link @param {number} now epoch milliseconds */
  draw(link, now) {
    const { title, clock: time, data } = this.#elements;
    const zone = this.#hello?.zone;
    write(time, clock(now, inUse(), zone, false));
    const name = this.#frame?.name || this.#hello?.name;
    if (this.#frame?.open === false) {
      const { reason, opensAt } = this.#frame;
      const opens = opensAt === undefined ? null : dayClock(opensAt, inUse(), zone);
      if (reason) {
        say(title, 'board.closedWhy', reason);
      } else if (opens !== null) {
        say(title, 'board.closedOpens', opens);
      } else {
        say(title, 'board.closed');
      }
    } else if (name) {
      delete title.dataset.t;
      write(title, name);
    } else {
      say(title, 'board.title');
    }
    if (this.#frame) {
      say(data, 'board.data', clock(this.#frame.at, inUse(), zone), Math.round((link.ageMs ?? 0) / 1_000));
      this.#drawRides(this.#frame);
      this.#drawCarts(this.#frame, link);
    }
    this.#drawVeil(link);
  }

  /** @param {import('../types.js').Frame} frame */
  #drawRides(frame) {
    const rides = sorted(
      frame.rides.filter((ride) => isWanted(ride, this.#wanted.rides)),
      { column: 'wait', descending: false },
      { here: null, trend: (ride) => this.#trends.of(ride), compare: new Intl.Collator(inUse()).compare },
    );
    const { columns, rows, pages } = layout(rides.length, innerWidth, innerHeight);
    const list = this.#elements.rides;
    list.classList.toggle('tight', columns === 2 || innerWidth < innerHeight);
    list.style.setProperty('--columns', String(columns));
    list.style.setProperty('--rows', String(rows));
    const page = pageAt(performance.now(), pages, PAGE_MS);
    const shown = rides.slice(page * rows * columns, (page + 1) * rows * columns);
    while (this.#rows.length < shown.length) {
      this.#rows.push(new BoardRow());
    }
    shown.forEach((ride, i) => this.#rows[i].draw(ride, this.#trends.of(ride)));
    const elements = this.#rows.slice(0, shown.length).map((row) => row.element);
    if (list.children.length !== elements.length) {
      list.replaceChildren(...elements);
    }
    this.#elements.page.hidden = pages < 2;
    say(this.#elements.page, 'board.page', page + 1, pages);
  }

  /** @param {import('../types.js').Frame} frame @param {Link} link */
  #drawCarts({ carts, rides }, { freshness }) {
    const known = freshness === 'LIVE' ? (carts ?? []) : [];
    const best = [...known].sort((a, b) => b.stock - a.stock || (a.plate < b.plate ? -1 : 1)).slice(0, CARTS_MAX);
    const words = best.flatMap((cart) => {
      const ride = rideBeside(cart, rides);
      return ride ? [text(cart.stock > 0 ? 'board.cart' : 'board.cartEmpty', ride.name, cart.stock)] : [];
    });
    write(this.#elements.carts, words.join('  ·  '));
  }

  /** An old wait is never shown as live. @param {Link} link */
  #drawVeil({ freshness, away, noPark }) {
    const { veil, why, more } = this.#elements;
    const since = away?.since ?? (away ? null : (this.#frame?.at ?? null));
    const engine = since === null ? ['board.engineWhyNow'] : ['board.engineWhy', clock(since, inUse(), this.#hello?.zone)];
    const shown = this.#rides();
    /** @type {[string[], string[]] | null} */
    const reason = noPark
      ? [['board.noPark', String(this.#wanted.park)], ['board.noParkWhy']]
      : freshness === 'OFFLINE'
        ? [['veil.offline'], ['board.offlineWhy']]
        : freshness === 'ENGINE_AWAY'
          ? [['board.engine'], engine]
          : freshness === 'LOADING' || this.#frame === null
            ? [['loading'], []]
            : shown === 0
              ? [['board.empty'], []]
              : null;
    veil.hidden = reason === null;
    document.body.classList.toggle('stale', reason !== null);
    if (reason !== null) {
      say(why, .../** @type {[string]} */ (reason[0]));
      more.hidden = reason[1].length === 0;
      say(more, .../** @type {[string]} */ (reason[1].length === 0 ? ['loading'] : reason[1]));
    }
  }

  #rides() {
    return this.#frame?.rides.filter((ride) => isWanted(ride, this.#wanted.rides)).length ?? 0;
  }
}
