import { svg } from '../dom/build.js';
import { lines, path } from '../park/torus.js';
import { pointsOf } from './place.js';

/** Where guests come in. */
const GATE = 0;

/** The park's paths, from the gate to each ride: how far it is, at a glance, over the edges, too. */
export class PathLayer {
  root = svg('g', { class: 'paths' });
  #drawn = '';

  /** @param {import('../types.js').Ride[]} rides */
  draw(rides) {
    const places = rides.map((ride) => ride.position).join();
    if (places === this.#drawn) {
      return;
    }
    this.#drawn = places;
    const ways = rides.flatMap((ride) => lines([GATE, ...path(GATE, ride.position)]));
    this.root.replaceChildren(...ways.map((line) => svg('polyline', { points: pointsOf(line) })));
  }
}
