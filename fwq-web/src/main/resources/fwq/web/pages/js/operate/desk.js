import { copy, html, part } from '../dom/build.js';
import { inUse, say, speak, write } from '../text/speak.js';
import { Charts } from './charts.js';
import { gate } from './gate.js';
import { about } from './about.js';
import { hours } from './hours.js';
import { Rides } from './rides.js';
import { drawAudit, drawWords } from './words.js';

/** What there is to see and to do, of one park. */
export class Desk {
  element = copy('desk');
  #views;
  #charts;
  /** @type {any} */
  #park = null;
  /** @type {string[]} */
  #audit = [];
  #links = { registry: true, web: true };

  /** @param {import('./operator.js').Operator} operator */
  constructor(operator) {
    speak(this.element);
    this.#charts = new Charts(part(this.element, 'charts'), operator.park);
    this.#views = [gate(this.element, operator), new Rides(part(this.element, 'rides'), operator), hours(this.element, operator), about(this.element, operator)];
  }

  /** @param {any} park as /app/operate tells it */
  heard(park) {
    this.#park = park;
    this.draw();
  }

  /** @param {string[]} lines */
  heardAudit(lines) {
    this.#audit = lines;
    this.draw();
  }

  /** @param {{registry: boolean, web: boolean}} there */
  link(there) {
    this.#links = { ...there };
    this.#drawHealth();
  }

  draw() {
    const park = this.#park;
    if (park === null) {
      return;
    }
    write(part(this.element, 'name'), park.name ?? `Park ${park.park}`);
    for (const view of this.#views) {
      view.draw(park);
    }
    drawWords(part(this.element, 'words'), park);
    drawAudit(part(this.element, 'audit'), this.#audit, park.zone);
    this.#drawHealth();
    this.#charts.draw(park.zone ?? 'UTC', inUse());
  }

  #drawHealth() {
    const health = this.#park?.health;
    if (!health) {
      return;
    }
    /** @type {[boolean, [string, ...(string | number)[]]][]} */
    const facts = [
      health.engine ? [true, ['operate.frameAge', (health.frameAgeMs / 1_000).toFixed(1)]] : [false, ['operate.engineAway']],
      [health.broker, [health.broker ? 'operate.brokerThere' : 'operate.brokerAway']],
      [this.#links.registry, [this.#links.registry ? 'operate.registryThere' : 'operate.registryAway']],
    ];
    if (health.engine) {
      facts.splice(1, 0, health.ridesWithoutData ? [false, ['operate.ridesSilent', health.ridesWithoutData]] : [true, ['operate.ridesFine']]);
    }
    if (!this.#links.web) {
      facts.unshift([false, ['operate.webAway']]);
    }
    const list = part(this.element, 'health');
    while (list.children.length > facts.length) {
      list.lastElementChild.remove();
    }
    facts.forEach(([good, said], i) => {
      const item = list.children[i] ?? list.appendChild(html('li'));
      item.classList.toggle('bad', !good);
      say(item, ...said);
    });
  }
}
