import { svg } from '../dom/build.js';
import { lines, path, rowOf } from '../park/torus.js';
import { middleOf, move, pointsOf, put } from './place.js';

/** Where I am, and my way over the edges. */
export class MeLayer {
  root = svg('g', { class: 'me', visibility: 'hidden' });
  way = svg('g', { class: 'way' });
  /** @type {number | null} */
  #cell = null;

  constructor() {
    this.root.append(
      svg(
        'g',
        { class: 'unit' },
        svg('g', { class: 'shift' }, svg('path', { d: 'M0 2C-4-5-9-9-9-15a9 9 0 0 1 18 0c0 6-5 10-9 17z' }), svg('circle', { cy: -15, r: 3.5 })),
      ),
    );
  }

  /** @param {import('../types.js').Me} me @param {import('../types.js').Ride[]} rides */
  draw(me, rides) {
    this.root.setAttribute('visibility', me.position === null ? 'hidden' : 'visible');
    if (me.position !== null && me.position !== this.#cell) {
      if (this.#cell === null) {
        put(this.root, middleOf(me.position));
      } else {
        move(this.root, this.#cell, me.position);
      }
    }
    this.#cell = me.position;
    // At the north edge the pin hangs below its point, or it would be outside the map.
    this.root.classList.toggle('top', me.position !== null && rowOf(me.position) < 2);
    this.root.classList.toggle('atride', rides.some((ride) => ride.position === me.position));
    this.#drawWay(me, rides);
  }

  /** @param {import('../types.js').Me} me @param {import('../types.js').Ride[]} rides */
  #drawWay(me, rides) {
    const target = rides.find((ride) => ride.id === me.heading);
    const left = me.path ?? (target && me.position !== null ? path(me.position, target.position) : []);
    const cells = me.position === null || me.state === 'RIDING' ? [] : [me.position, ...left];
    const drawn = cells.length < 2 ? [] : lines(cells);
    this.way.replaceChildren(
      ...drawn.map((line) => svg('polyline', { points: pointsOf(line) })),
    );
  }
}
