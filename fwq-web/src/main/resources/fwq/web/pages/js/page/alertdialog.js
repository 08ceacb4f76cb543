import { copy, html, part } from '../dom/build.js';
import { say, speak, text } from '../text/speak.js';

const MINUTES_MAX = 240;

/** "Tell me when the wait for this ride is below so many minutes." */
export class AlertDialog {
  #guest;
  element = /** @type {HTMLDialogElement} */ (copy('alert'));
  #ride = /** @type {HTMLSelectElement} */ (part(this.element, 'ride'));
  #below = /** @type {HTMLInputElement} */ (part(this.element, 'below'));
  #error = /** @type {HTMLElement} */ (this.element.querySelector('.error'));

  /** @param {import('../guest/guest.js').Guest} guest */
  constructor(guest) {
    this.#guest = guest;
    this.element.querySelector('form')?.addEventListener('submit', (event) => {
      const wish = /** @type {HTMLButtonElement} */ (event.submitter)?.value ?? 'set';
      if (wish === 'set' && !this.#set()) {
        event.preventDefault();
      } else if (wish === 'clear') {
        void guest.visit.request('/app/alert', { ride: null, below: null });
      }
    });
  }

  /** @param {number | null} ride the one that is asked about; null: the one of the alert that is set */
  ask(ride) {
    const { visit } = this.#guest;
    const { alert, heading } = visit.me;
    const rides = visit.frame?.rides ?? [];
    this.#ride.replaceChildren(...rides.map(({ id, name }) => option(id, name)));
    this.#ride.value = String(ride ?? alert?.ride ?? heading ?? rides[0]?.id ?? '');
    this.#below.value = String(alert?.below ?? 20);
    part(this.element, 'clear').hidden = alert === null;
    this.#fault(false);
    speak(this.element);
    this.element.showModal();
    this.#below.focus();
    this.#below.select();
  }

  #set() {
    const below = Number(this.#below.value);
    const good = Number.isInteger(below) && below >= 1 && below <= MINUTES_MAX;
    this.#fault(!good);
    if (good) {
      const { visit, banners } = this.#guest;
      const name = this.#ride.selectedOptions[0]?.textContent ?? '';
      visit.alarm.prepare();
      void visit.request('/app/alert', { ride: Number(this.#ride.value), below });
      banners.show({ kind: 'alert', tone: 'info', said: ['alert.done', name, below] });
    }
    return good;
  }

  /** @param {boolean} is */
  #fault(is) {
    if (is) {
      say(this.#error, 'alert.bad');
      this.#below.setAttribute('aria-invalid', 'true');
      this.#below.focus();
    } else {
      delete this.#error.dataset.t;
      this.#error.textContent = '';
      this.#below.removeAttribute('aria-invalid');
    }
  }
}

/** @param {number} id @param {string} name */
function option(id, name) {
  const element = html('option', { value: String(id) });
  element.textContent = name || text('list.ride');
  return element;
}
