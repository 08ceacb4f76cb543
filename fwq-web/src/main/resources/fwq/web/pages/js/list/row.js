import { html } from '../dom/build.js';
import { steps } from '../park/torus.js';
import { waitOf } from '../park/waits.js';
import { label, say, write } from '../text/speak.js';
import { Chip } from './chip.js';

/** One ride of the list. Its elements stay; only what changed is written. */
export class RideRow {
  #ride = /** @type {import('../types.js').Ride | null} */ (null);
  #isTarget = false;
  #chip = new Chip();
  #name = html('span', { class: 'ridename', dir: 'auto' });
  #more = html('span', { class: 'more' });
  #walk = html('td', { role: 'cell', class: 'walk' });
  #trendArrow = html('i', { class: 'arrow', 'aria-hidden': 'true' });
  #trendWord = html('span', { class: 'word' });
  #go = html('button', { type: 'button', class: 'small go' }, html('span'));
  #tell = html('button', { type: 'button', class: 'small round' }, html('i', { class: 'icon bell' }));

  /** @param {import('./list.js').Wishes} wishes */
  constructor(wishes) {
    this.element = html(
      'tr',
      { role: 'row' },
      html('th', { role: 'rowheader', scope: 'row', class: 'name' }, this.#name, this.#more),
      html('td', { role: 'cell', class: 'wait' }, this.#chip.element),
      this.#walk,
      html('td', { role: 'cell', class: 'trend' }, this.#trendArrow, this.#trendWord),
      html('td', { role: 'cell', class: 'do' }, this.#go, this.#tell),
    );
    this.#go.addEventListener('click', () => wishes.walk(this.#isTarget ? null : this.#id));
    this.#tell.addEventListener('click', () => wishes.tell(this.#id));
  }

  get #id() {
    return this.#ride?.id ?? 0;
  }

  /** An old wait is never shown as live. @param {import('../types.js').Ride} was @param {import('./list.js').Known} known */
  draw(was, known) {
    const isOld = known.old !== null && was.state === 'OPEN';
    const ride = isOld ? { ...was, state: /** @type {const} */ ('NO_DATA'), wait: null } : was;
    this.#ride = ride;
    this.#isTarget = ride.id === known.heading;
    this.element.classList.toggle('target', this.#isTarget);
    write(this.#name, ride.name);
    this.#chip.draw(ride);
    if (isOld && was.wait !== null) {
      say(this.#more, 'list.last', was.wait, String(known.old));
    } else {
      this.#drawMore(ride, known.here);
    }
    this.#drawTrend(ride, known.trend(ride));
    if (known.here === null) {
      write(this.#walk, '');
      delete this.#walk.dataset.t;
    } else {
      const far = steps(known.here, ride.position);
      say(this.#walk, far === 0 ? 'list.here' : 'list.steps', far);
    }
    say(this.#go.firstElementChild, this.#isTarget ? 'list.stop' : 'list.walkThere');
    label(this.#go, this.#isTarget ? 'list.stopTo' : 'list.walkThereTo', ride.name);
    label(this.#tell, 'list.tellOf', ride.name);
    this.#go.hidden = !known.canWalk;
    this.#tell.hidden = !known.canWalk;
  }

  /** The operator's reason, or what a guest would reckon: the way and the wait together. */
  #drawMore(/** @type {import('../types.js').Ride} */ ride, /** @type {number | null} */ here) {
    const wait = waitOf(ride);
    if (ride.reason) {
      delete this.#more.dataset.t;
      write(this.#more, ride.reason);
    } else if (wait === null) {
      say(this.#more, `state.${ride.state === 'OPEN' ? 'NO_DATA' : ride.state}`);
    } else if (here !== null) {
      say(this.#more, 'list.aboard', wait + steps(here, ride.position));
    } else if (ride.queue !== undefined) {
      say(this.#more, 'list.queue', ride.queue);
    } else {
      delete this.#more.dataset.t;
      write(this.#more, '');
    }
  }

  /** @param {import('../types.js').Ride} ride @param {import('../park/trends.js').Trend} trend */
  #drawTrend(ride, trend) {
    const known = waitOf(ride) !== null;
    this.#trendArrow.dataset.trend = known ? trend : '';
    if (known) {
      say(this.#trendWord, `trend.${trend}`);
    } else {
      delete this.#trendWord.dataset.t;
      write(this.#trendWord, '');
    }
  }
}
