import { part } from '../dom/build.js';

/**
 * The park's name and time zone.
 * @param {HTMLElement} root
 * @param {import('./operator.js').Operator} operator
 */
export function about(root, operator) {
  const name = bind(part(root, 'parkName'), 'name', (value) => operator.say({ word: 'name', name: value }));
  const zone = bind(part(root, 'zone'), 'zone', (value) => operator.say({ word: 'zone', zone: value }));
  return {
    /** @param {any} park */
    draw(park) {
      name(park.name ?? '');
      zone(park.zone ?? '');
    },
  };
}

/**
 * Keeps a field as the park has it, but for what somebody is typing.
 * @param {HTMLFormElement} form
 * @param {string} field
 * @param {(value: string) => unknown} send
 */
function bind(form, field, send) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem(field));
  let shown = '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(input.value.trim());
  });
  return (/** @type {string} */ now) => {
    if (now !== shown && input.value === shown) {
      input.value = now;
    }
    shown = now;
  };
}
