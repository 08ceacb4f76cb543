import { html } from '../dom/build.js';
import { label, say, text } from '../text/speak.js';

const STATES = ['OPEN', 'DOWN', 'CLOSED'];

/** Each ride with its state, and a word on it. */
export class Rides {
  #root;
  #operator;
  /** @type {Map<number, Row>} */
  #rows = new Map();

  /** @param {HTMLElement} root @param {import('./operator.js').Operator} operator */
  constructor(root, operator) {
    this.#root = root;
    this.#operator = operator;
  }

  /** @param {any} park */
  draw(park) {
    const rides = park.rides ?? [];
    if (rides.length === 0) {
      this.#rows.clear();
      const none = html('li');
      say(none, 'operate.noRides');
      this.#root.replaceChildren(none);
      return;
    }
    const known = new Set(rides.map((/** @type {any} */ it) => it.id));
    if (this.#rows.size === 0 || [...this.#rows.keys()].some((id) => !known.has(id))) {
      this.#rows.clear();
      this.#root.replaceChildren();
    }
    for (const ride of rides) {
      let row = this.#rows.get(ride.id);
      if (!row) {
        row = new Row(ride, this.#operator);
        this.#rows.set(ride.id, row);
        this.#root.append(row.element);
      }
      row.draw(ride);
    }
  }
}

class Row {
  #now = html('p');
  #state = /** @type {HTMLSelectElement} */ (html('select'));
  #reason = /** @type {HTMLInputElement} */ (html('input', { maxlength: '80' }));
  #form;
  element;

  /** @param {any} ride @param {import('./operator.js').Operator} operator */
  constructor(ride, operator) {
    for (const state of STATES) {
      const option = html('option', { value: state });
      say(option, `state.${state}`);
      this.#state.append(option);
    }
    this.#state.value = STATES.includes(ride.state) ? ride.state : 'OPEN';
    const set = html('button', { type: 'submit' });
    say(set, 'operate.set');
    this.#form = html('form', { class: 'line', novalidate: '' }, this.#state, this.#reason, set);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const state = this.#state.value;
      const reason = state === 'OPEN' ? '' : this.#reason.value;
      void operator.say({ word: 'ride', ride: ride.id, state, reason });
    });
    this.element = html('li', {}, this.#now, this.#form);
  }

  /** @param {any} ride */
  draw(ride) {
    const state = text(`state.${ride.state}`);
    if (ride.reason) {
      say(this.#now, 'operate.rideWhy', ride.name, state, ride.reason);
    } else {
      say(this.#now, 'operate.rideNow', ride.name, state);
    }
    label(this.#state, 'operate.stateOf', ride.name);
    label(this.#reason, 'operate.reasonOf', ride.name);
    this.#reason.placeholder = text('operate.reason');
  }
}
