import { html } from '../dom/build.js';
import { markOf, signOf, waitOf } from '../park/waits.js';
import { say, write } from '../text/speak.js';

/** A ride's mark outside the map: number or sign, colour, and a bar for each step. */
export class Chip {
  #sign = html('b');
  #unit = html('span', { class: 'min' });
  element = html('span', { class: 'chip' }, this.#sign, this.#unit, html('i', { class: 'bars', 'aria-hidden': 'true' }));

  /** @param {import('../types.js').Ride} ride */
  draw(ride) {
    this.element.dataset.mark = markOf(ride);
    write(this.#sign, signOf(ride));
    const known = waitOf(ride) !== null;
    this.#sign.ariaHidden = String(!known);
    this.#unit.classList.toggle('unseen', !known);
    say(this.#unit, known ? 'list.min' : `state.${ride.state === 'OPEN' ? 'NO_DATA' : ride.state}`);
  }
}
