import { svg } from '../dom/build.js';
import { place } from '../park/labels.js';
import { markOf, signOf, waitOf } from '../park/waits.js';
import { text, write } from '../text/speak.js';
import { sizeFor, within } from './marksize.js';
import { put } from './place.js';

const LINE_PX = 14;
const ARROWS = { RISING: 'M-3.500 2L0-3.500 3.500 2z', FALLING: 'M-3.500-2L0 3.500 3.500-2z', STEADY: '' };

/**
 * @typedef {import('../types.js').Ride} Ride
 * @typedef {{trend: (ride: Ride) => string, heading: number | null, sidePx: number}} Known
 */

/** The rides: a mark with minutes, trend and a bar for each step; a name where there is room. */
export class RideLayer {
  root = svg('g', { class: 'rides' });
  #names = svg('g', { class: 'ridenames' });
  #marks = svg('g');
  /** @type {Map<number, SVGElement>} */
  #elements = new Map();

  constructor() {
    this.root.append(this.#names, this.#marks);
  }

  /** @param {Ride[]} rides @param {Known} known */
  draw(rides, known) {
    const ids = new Set(rides.map((ride) => ride.id));
    for (const [id, element] of this.#elements) {
      if (!ids.has(id)) {
        element.remove();
        this.#elements.delete(id);
      }
    }
    const size = sizeFor(rides.length, known.sidePx);
    for (const ride of rides) {
      this.#drawMark(ride, known, size);
    }
    this.#drawNames(rides, known.sidePx, size);
  }

  /** @param {Ride} ride @param {Known} known @param {import('./marksize.js').Size} size */
  #drawMark(ride, known, size) {
    let element = this.#elements.get(ride.id);
    if (!element || element.dataset.size !== size.kind) {
      element?.remove();
      element = build(size);
      this.#elements.set(ride.id, element);
      this.#marks.append(element);
    }
    const trend = known.trend(ride);
    element.dataset.mark = markOf(ride);
    element.dataset.trend = trend;
    element.classList.toggle('target', ride.id === known.heading);
    const [title, , , sign, arrow] = element.querySelectorAll('title, rect.box, path.hatch, text, path.arrow');
    write(sign, signOf(ride));
    write(title, titleOf(ride));
    arrow.setAttribute('d', ARROWS[/** @type {'STEADY'} */ (trend)]);
    put(element, within(ride.position, known.sidePx, size));
  }

  /** @param {Ride[]} rides @param {number} sidePx @param {import('./marksize.js').Size} size */
  #drawNames(rides, sidePx, size) {
    const px = sidePx / 400;
    const wanted = rides.map((ride) => {
      const [x, y] = within(ride.position, sidePx, size);
      return { key: ride.id, x: x * px, y: y * px, width: ride.name.length * 7.4 + 6 };
    });
    const placed = place(wanted, { side: sidePx, markWidth: size.width, markHeight: size.height, lineHeight: LINE_PX });
    const names = new Map(rides.map((ride) => [ride.id, ride.name]));
    this.#names.replaceChildren(
      ...placed.map(({ key, x, y, anchor }) => {
        const name = svg('text', { dy: '.35em', 'text-anchor': anchor });
        name.textContent = names.get(key) ?? '';
        const element = svg('g', {}, svg('g', { class: 'unit' }, name));
        put(element, [x / px, y / px]);
        return element;
      }),
    );
  }
}

/** @param {import('./marksize.js').Size} size */
function build({ width, height, kind }) {
  const box = { x: -width / 2, y: -height / 2, width, height, rx: height / 3.5 };
  const step = kind === 'tiny' ? 4.4 : 6;
  const bars = svg('g', { class: 'bars' });
  for (let i = 0; i < 5; i++) {
    bars.append(svg('rect', { x: (i - 2.5) * step + 0.5, y: height / 2 - step - 0.5, width: step - 1, height: step / 1.7, rx: 1 }));
  }
  const unit = svg(
    'g',
    { class: 'unit' },
    svg('rect', { ...box, class: 'box' }),
    svg('path', { class: 'hatch', d: hatch(width, height) }),
    svg('text', { y: 2 }),
    svg('g', { transform: `translate(${width / 2 - 8} -4)` }, svg('path', { class: 'arrow' })),
    bars,
  );
  const element = svg('g', { class: 'ride' }, svg('title'), unit);
  element.dataset.size = kind;
  return element;
}

/** Slanting lines inside a mark. @param {number} width @param {number} height */
function hatch(width, height) {
  const [w, h] = [width / 2 - 3, height / 2 - 3];
  let lines = '';
  for (let x = -w - h; x < w; x += 7) {
    const [from, to] = [Math.max(x, -w), Math.min(x + 2 * h, w)];
    lines += `M${from} ${h - (from - x)}L${to} ${h - (to - x)}`;
  }
  return lines;
}

/** @param {Ride} ride */
function titleOf(ride) {
  const wait = waitOf(ride);
  const state = wait === null ? text(`state.${ride.state === 'OPEN' ? 'NO_DATA' : ride.state}`) : `${wait} ${text('list.min')}`;
  return `${ride.name}: ${state}${ride.reason ? ` (${ride.reason})` : ''}`;
}
