import { html } from '../dom/build.js';
import { pressed, sorted } from '../park/order.js';
import { inUse, label, say } from '../text/speak.js';
import { RideRow } from './row.js';

/** A list is put in a new order no oftener, so that rows stay under the finger. */
const REORDER_MS = 5_000;

/** The same while a pointer lies on it or the focus is in it. */
const IN_USE_MS = 15_000;

const COLUMNS = /** @type {const} */ (['name', 'wait', 'walk', 'trend']);

/**
 * @typedef {import('../types.js').Ride} Ride
 * @typedef {{here: number | null, heading: number | null, canWalk: boolean, old: string | null,
 *     trend: (ride: Ride) => import('../park/trends.js').Trend}} Known old: of when the waits are, where they are no longer live
 * @typedef {{walk: (ride: number | null) => void, tell: (ride: number) => void}} Wishes
 */

/** The rides as a table that can be sorted: all that the map shows, and all that it does. */
export class ListView {
  #wishes;
  #body = html('tbody', { role: 'rowgroup' });
  #table = html('table', { role: 'table', class: 'list', hidden: '' });
  #empty = html('p', { class: 'empty' });
  /** @type {Map<string, HTMLElement>} */
  #heads = new Map();
  /** @type {Map<number, RideRow>} */
  #rows = new Map();
  /** @type {import('../park/order.js').Order} */
  #order = { column: 'wait', descending: false };
  #orderedAt = -Infinity;
  /** @type {[Ride[], Known] | null} */
  #last = null;

  /** @param {HTMLElement} root @param {Wishes} wishes */
  constructor(root, wishes) {
    this.#wishes = wishes;
    const head = html('tr', { role: 'row' }, ...COLUMNS.map((column) => this.#head(column)));
    const last = html('th', { role: 'columnheader', scope: 'col', class: 'do' }, html('span', { class: 'unseen', 'data-t': 'list.do' }));
    head.append(last);
    say(last.firstElementChild, 'list.do');
    this.#table.append(html('thead', { role: 'rowgroup' }, head), this.#body);
    label(this.#table, 'park.rides');
    say(this.#empty, 'loading');
    root.append(this.#table, this.#empty);
    this.#showOrder();
  }

  /** @param {Ride[]} rides @param {Known} known */
  draw(rides, known) {
    this.#last = [rides, known];
    this.#table.hidden = rides.length === 0;
    this.#empty.hidden = rides.length > 0;
    say(this.#empty, 'park.noRides');
    const ids = new Set(rides.map((ride) => ride.id));
    const isNew = rides.some((ride) => !this.#rows.has(ride.id));
    for (const [id, row] of this.#rows) {
      if (!ids.has(id)) {
        row.element.remove();
        this.#rows.delete(id);
      }
    }
    for (const ride of rides) {
      const row = this.#rows.get(ride.id) ?? new RideRow(this.#wishes);
      this.#rows.set(ride.id, row);
      row.draw(ride, known);
    }
    if (isNew || performance.now() - this.#orderedAt >= (this.#isInUse() ? IN_USE_MS : REORDER_MS)) {
      this.#arrange();
    }
  }

  /** @param {(typeof COLUMNS)[number]} column */
  #head(column) {
    const button = html('button', { type: 'button' }, html('span'), html('i', { class: 'icon sort' }));
    say(button.firstElementChild, column === 'name' ? 'list.ride' : `list.${column}`);
    const head = html('th', { role: 'columnheader', scope: 'col', class: column }, button);
    this.#heads.set(column, head);
    button.addEventListener('click', () => {
      this.#order = pressed(this.#order, column);
      this.#showOrder();
      this.#arrange();
    });
    return head;
  }

  #showOrder() {
    for (const [column, head] of this.#heads) {
      if (column === this.#order.column) {
        head.setAttribute('aria-sort', this.#order.descending ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    }
  }

  #isInUse() {
    const pointed = matchMedia('(hover: hover)').matches && this.#body.matches(':hover');
    return pointed || this.#body.matches(':active') || this.#body.querySelector(':focus-visible') !== null;
  }

  #arrange() {
    if (this.#last === null) {
      return;
    }
    const [rides, { here, trend }] = this.#last;
    this.#orderedAt = performance.now();
    const compare = new Intl.Collator(inUse()).compare;
    const wanted = sorted(rides, this.#order, { here, trend, compare }).map((ride) => this.#rows.get(ride.id)?.element);
    wanted.forEach((row, i) => {
      if (row && this.#body.children[i] !== row) {
        move(this.#body, row, this.#body.children[i] ?? null);
      }
    });
  }
}

/**
 * Moves a row; in newer browsers it keeps the focus.
 * @param {any} body
 * @param {HTMLElement} row
 * @param {Element | null} before
 */
function move(body, row, before) {
  if (body.moveBefore && row.isConnected) {
    body.moveBefore(row, before);
  } else {
    body.insertBefore(row, before);
  }
}
