import { svg } from '../dom/build.js';
import { text, write } from '../text/speak.js';
import { middleOf, move, put } from './place.js';

const CART = 'M-7 3V-3H7V3zM-8-3L0-8 8-3M-3 6a2 2 0 1 0 .1 0M4 6a2 2 0 1 0 .1 0';

/** Food carts, with what they have left; those that are nobody's have a question mark. */
export class CartLayer {
  root = svg('g', { class: 'carts' });
  #fugitives = svg('g');
  /** @type {Map<string, {element: SVGElement, cell: number}>} */
  #carts = new Map();

  constructor() {
    this.root.append(this.#fugitives);
  }

  /** @param {import('../types.js').Frame} frame @param {string | null} target the plate of the one that I walk to */
  draw({ carts, fugitives }, target) {
    const plates = new Set((carts ?? []).map(({ plate }) => plate));
    for (const [plate, { element }] of this.#carts) {
      if (!plates.has(plate)) {
        element.remove();
        this.#carts.delete(plate);
      }
    }
    for (const cart of carts ?? []) {
      this.#drawOne(cart, cart.plate === target);
    }
    this.#fugitives.replaceChildren(...(fugitives ?? []).map(([cell]) => fugitive(cell)));
  }

  /** @param {import('../types.js').Cart} cart @param {boolean} isTarget */
  #drawOne({ plate, position, stock }, isTarget) {
    const known = this.#carts.get(plate);
    const element = known?.element ?? build(plate);
    if (known === undefined) {
      this.root.append(element);
      put(element, middleOf(position));
    } else if (known.cell !== position) {
      move(element, known.cell, position);
    }
    this.#carts.set(plate, { element, cell: position });
    element.classList.toggle('soldout', stock === 0);
    element.classList.toggle('target', isTarget);
    write(/** @type {Element} */ (element.querySelector('text')), String(stock));
    write(/** @type {Element} */ (element.querySelector('title')), `${plate}: ${stock > 0 ? text('cart.left', stock) : text('cart.empty')}`);
  }
}

/** @param {string} plate */
function build(plate) {
  const element = svg('g', { class: 'cart' }, svg('title'), svg('g', { class: 'unit' }, svg('path', { d: CART }), svg('text', { x: 10, y: 1, dy: '.35em' })));
  element.dataset.plate = plate;
  return element;
}

/** @param {number} cell */
function fugitive(cell) {
  const title = svg('title');
  title.textContent = text('cart.fugitive');
  const sign = svg('text', { x: 10, y: 1, dy: '.35em' });
  sign.textContent = '?';
  const element = svg('g', { class: 'cart fugitive' }, title, svg('g', { class: 'unit' }, svg('path', { d: CART }), sign));
  put(element, middleOf(cell));
  return element;
}
