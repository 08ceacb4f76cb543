import { html } from '../dom/build.js';
import { Chip } from '../list/chip.js';
import { waitOf } from '../park/waits.js';
import { say, write } from '../text/speak.js';

/** One ride of the board. */
export class BoardRow {
  #name = html('span', { class: 'name', dir: 'auto' });
  #reason = html('span', { class: 'reason' });
  #trend = html('span', { class: 'trend', 'aria-hidden': 'true' });
  #chip = new Chip();
  element = html('li', {}, html('span', { class: 'words' }, this.#name, this.#reason), this.#trend, this.#chip.element);

  /** @param {import('../types.js').Ride} ride @param {string} trend */
  draw(ride, trend) {
    const open = waitOf(ride) !== null;
    write(this.#name, ride.name);
    this.#chip.draw(ride);
    this.#trend.dataset.trend = open ? trend : '';
    this.#reason.hidden = open;
    if (ride.reason) {
      delete this.#reason.dataset.t;
      write(this.#reason, ride.reason);
    } else if (!open) {
      say(this.#reason, `state.${ride.state === 'OPEN' ? 'NO_DATA' : ride.state}`);
    }
  }
}
