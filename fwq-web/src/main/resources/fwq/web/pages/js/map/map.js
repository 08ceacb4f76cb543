import { svg } from '../dom/build.js';
import { nearest } from '../park/labels.js';
import { SIDE } from '../park/torus.js';
import { CartLayer } from './carts.js';
import { CrowdLayer } from './crowd.js';
import { drawGround } from './ground.js';
import { MeLayer } from './me.js';
import { PathLayer } from './paths.js';
import { RideLayer } from './rides.js';

/** The map's side in its own units; a cell has 20 of them, on any screen. */
export const UNITS = 400;
export const CELL = UNITS / SIDE;

/** A ride or a cart is meant by a click or a tap that is no farther from its mark, in pixels. */
const REACH_PX = 26;

/**
 * The live map. What it shows is in the list, too, so it is hidden from assistive technology.
 * Marks keep their size in pixels however large the map is.
 */
export class MapView {
  #svg = svg('svg', { viewBox: `0 0 ${UNITS} ${UNITS}`, 'aria-hidden': 'true', class: 'map' });
  #paths = new PathLayer();
  #crowd = new CrowdLayer();
  #carts = new CartLayer();
  #rides = new RideLayer();
  #me = new MeLayer();
  /** @type {{position: number, run: () => void}[]} */
  #shown = [];
  #walk;
  #sidePx = UNITS;
  /** @type {(() => void) | null} */
  #redraw = null;

  /** @param {HTMLElement} root @param {{toRide: (ride: number) => void, toCart: (plate: string) => void}} walk */
  constructor(root, walk) {
    this.#walk = walk;
    root.append(this.#svg);
    this.#svg.append(drawGround(), this.#paths.root, this.#me.way, this.#carts.root, this.#crowd.root, this.#rides.root, this.#crowd.numbers, this.#me.root);
    new ResizeObserver(() => this.#measure()).observe(this.#svg);
    this.#svg.addEventListener('click', (event) => {
      this.#at(event)?.run();
    });
  }

  /**
   * @param {import('../types.js').Frame} frame
   * @param {import('../types.js').Me} me
   * @param {{myName: string, trend: (ride: import('../types.js').Ride) => string}} known
   */
  draw(frame, me, known) {
    this.#redraw = () => this.draw(frame, me, known);
    this.#shown = [
      ...frame.rides.map(({ id, position }) => ({ position, run: () => this.#walk.toRide(id) })),
      ...(frame.carts ?? []).map(({ plate, position }) => ({ position, run: () => this.#walk.toCart(plate) })),
    ];
    this.#paths.draw(frame.rides);
    this.#crowd.draw(frame, me.position === null ? null : { cell: me.position, name: known.myName }, this.#sidePx);
    this.#rides.draw(frame.rides, { trend: known.trend, heading: me.heading, sidePx: this.#sidePx });
    this.#carts.draw(frame, me.cart ?? null);
    this.#me.draw(me, frame.rides);
  }

  #measure() {
    const side = this.#svg.getBoundingClientRect().width;
    if (side > 0 && side !== this.#sidePx) {
      this.#sidePx = side;
      this.#svg.style.setProperty('--unit', String(UNITS / side));
      this.#svg.classList.toggle('small', side < 480);
      this.#redraw?.();
    }
  }

  /** @param {MouseEvent} event */
  #at(event) {
    const box = this.#svg.getBoundingClientRect();
    const px = box.width / SIDE;
    const places = this.#shown.map(({ position, run }) => ({
      run,
      x: ((position % SIDE) + 0.5) * px,
      y: (Math.floor(position / SIDE) + 0.5) * px,
    }));
    return nearest(places, event.clientX - box.left, event.clientY - box.top, REACH_PX);
  }
}
