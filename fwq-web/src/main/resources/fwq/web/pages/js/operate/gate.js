import { part } from '../dom/build.js';
import { inUse, say, text } from '../text/speak.js';
import { dayClock } from './time.js';
import { ifSure } from './sure.js';

/**
 * Open and closed, and how many the park holds.
 * @param {HTMLElement} root
 * @param {import('./operator.js').Operator} operator
 */
export function gate(root, operator) {
  const state = part(root, 'state');
  const form = part(root, 'capacity');
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('guests'));
  part(root, 'open').addEventListener('click', () => void operator.say({ word: 'open' }));
  part(root, 'close').addEventListener('click', () => ifSure(operator, 'close', true));
  part(root, 'clear').addEventListener('click', () => ifSure(operator, 'clear', false));
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    void operator.say({ word: 'capacity', guests: field.valueAsNumber });
  });
  part(form, 'asStarted').addEventListener('click', () => void operator.say({ word: 'capacity' }));
  return {
    /** @param {any} park */
    draw(park) {
      const now = text(park.open ? 'operate.isOpen' : 'operate.isClosed');
      state.classList.toggle('closed', park.open === false);
      if (park.reason) {
        say(state, 'operate.because', now, park.reason);
      } else {
        say(state, park.open ? 'operate.isOpen' : 'operate.isClosed');
      }
      const when = park.changesAt ? dayClock(park.changesAt, inUse(), park.zone) : null;
      const key = when === null ? 'operate.facts' : park.open ? 'operate.factsCloses' : 'operate.factsOpens';
      say(part(root, 'facts'), key, park.inside ?? 0, park.capacity ?? 0, when ?? '');
      part(root, 'open').hidden = park.open;
      part(root, 'close').hidden = !park.open;
      part(root, 'clear').hidden = park.open;
      if (document.activeElement !== field) {
        field.placeholder = String(park.capacity ?? '');
      }
    },
  };
}
