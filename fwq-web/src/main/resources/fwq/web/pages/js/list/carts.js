import { html } from '../dom/build.js';
import { button } from '../dom/button.js';
import { byWay } from '../park/carts.js';
import { steps } from '../park/torus.js';
import { label, say, write } from '../text/speak.js';

/**
 * The food carts as a list: all that the map shows of them, and all that it does. Where nobody
 * knows of carts there is none.
 */
export class CartList {
  #walk;
  #list = html('ul', { class: 'cartlist' });
  #element;
  /** @type {Map<string, CartRow>} */
  #rows = new Map();

  /** @param {HTMLElement} root @param {{walk: (plate: string | null) => void, report: () => void}} wishes */
  constructor(root, { walk, report }) {
    this.#walk = walk;
    const title = html('h2');
    say(title, 'cart.title');
    this.#element = html('section', { hidden: '' }, title, this.#list, button('cart.report', 'small', report));
    root.append(this.#element);
  }

  /** @param {import('../types.js').Frame} frame @param {{here: number | null, target: string | null, isLive: boolean}} known */
  draw({ carts }, { here, target, isLive }) {
    this.#element.hidden = !carts || !isLive;
    const sorted = byWay(carts ?? [], here);
    const plates = new Set(sorted.map(({ plate }) => plate));
    for (const [plate, { element }] of this.#rows) {
      if (!plates.has(plate)) {
        element.remove();
        this.#rows.delete(plate);
      }
    }
    sorted.forEach((cart, i) => {
      const row = this.#rows.get(cart.plate) ?? new CartRow(cart.plate, this.#walk);
      this.#rows.set(cart.plate, row);
      row.draw(cart, { here, isTarget: cart.plate === target });
      const inUse = this.#list.matches(':hover') || this.#list.contains(document.activeElement);
      if (!row.element.isConnected || (this.#list.children[i] !== row.element && !inUse)) {
        this.#list.insertBefore(row.element, this.#list.children[i] ?? null);
      }
    });
    /** @type {HTMLElement} */ (this.#element.lastElementChild).hidden = here === null;
  }
}

/** One cart. Its elements stay; only what changed is written. */
class CartRow {
  #isTarget = false;
  #stock = html('span', { class: 'stock' });
  #steps = html('span', { class: 'steps' });
  #go = button('list.walkThere', 'small go', () => this.#walk(this.#isTarget ? null : this.#plate));
  #walk;
  #plate;

  /** @param {string} plate @param {(plate: string | null) => void} walk */
  constructor(plate, walk) {
    this.#plate = plate;
    this.#walk = walk;
    const name = html('b');
    write(name, plate);
    this.element = html('li', {}, html('span', { class: 'what' }, name, html('span', { class: 'facts' }, this.#stock, this.#steps)), this.#go);
  }

  /** @param {import('../types.js').Cart} cart @param {{here: number | null, isTarget: boolean}} known */
  draw({ plate, position, stock }, { here, isTarget }) {
    this.#isTarget = isTarget;
    this.element.classList.toggle('target', isTarget);
    this.element.classList.toggle('soldout', stock === 0);
    say(this.#stock, stock > 0 ? 'cart.left' : 'cart.empty', stock);
    this.#steps.hidden = here === null;
    const far = here === null ? 0 : steps(here, position);
    say(this.#steps, far === 0 ? 'list.here' : 'list.steps', far);
    say(this.#go, isTarget ? 'list.stop' : 'list.walkThere');
    label(this.#go, isTarget ? 'list.stopTo' : 'list.walkThereTo', plate);
    this.#go.hidden = here === null;
  }
}
