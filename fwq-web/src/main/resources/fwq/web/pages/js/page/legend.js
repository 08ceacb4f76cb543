import { html } from '../dom/build.js';
import { Chip } from '../list/chip.js';
import { say } from '../text/speak.js';

/** One wait of each step, to show its mark. */
const WAITS = [5, 15, 25, 45, 75];

/** What the marks mean. @param {HTMLElement} root */
export function drawLegend(root) {
  const ride = { id: 0, name: '', position: 0, wait: null };
  row(root, 'legend.steps', ...WAITS.map((wait) => chip({ ...ride, state: 'OPEN', wait })));
  for (const state of /** @type {const} */ (['NO_DATA', 'DOWN', 'CLOSED'])) {
    row(root, `legend.${state}`, chip({ ...ride, state }));
  }
  row(root, 'legend.people', html('i', { class: 'sample person' }));
  row(root, 'legend.way', html('i', { class: 'sample way' }));
  row(root, 'legend.carts', html('i', { class: 'sample cart' })).classList.add('carts');
}

/** @param {HTMLElement} root @param {string} key @param {...Node} samples */
function row(root, key, ...samples) {
  const words = html('dd');
  say(words, key);
  const element = html('div', {}, html('dt', { 'aria-hidden': 'true' }, ...samples), words);
  root.append(element);
  return element;
}

/** @param {import('../types.js').Ride} ride */
function chip(ride) {
  const it = new Chip();
  it.draw(ride);
  return it.element;
}
