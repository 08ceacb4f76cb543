import { Refusal } from '../live/api.js';
import { Insistence } from './insistence.js';
import { part } from './build.js';
import { showFaults } from './faults.js';
import { has, say } from '../text/speak.js';

/**
 * A form that says what is wrong beside each field and in a summary above, and keeps asking while
 * the registry is away, with what was typed left as it is.
 *
 * @typedef {object} Parts
 * @property {HTMLFormElement} form
 * @property {import('./banners.js').Banners} banners
 * @property {(values: Record<string, string>) => import('./fields.js').Fault[]} check
 * @property {(values: Record<string, string>) => Promise<any>} send
 * @property {(answer: any) => void} done
 * @property {() => void} loggedOut
 */

/** @param {Parts} parts */
export function wire(parts) {
  const { form } = parts;
  const insistence = new Insistence(parts.banners, () => attempt(parts, insistence));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.dataset.busy === undefined) {
      insistence.begin();
      const faults = parts.check(values(form));
      showFaults(form, faults);
      if (faults.length === 0) {
        void attempt(parts, insistence);
      }
    }
  });
  part(form, 'show')?.addEventListener('change', (/** @type {Event} */ event) => {
    const shown = /** @type {HTMLInputElement} */ (event.target).checked;
    for (const field of form.querySelectorAll('input[data-secret]')) {
      /** @type {HTMLInputElement} */ (field).type = shown ? 'text' : 'password';
    }
  });
  return { stop: () => insistence.stop() };
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
const values = (form) =>
  Object.fromEntries(
    [...form.querySelectorAll('input[name]')].map((it) => {
      const input = /** @type {HTMLInputElement} */ (it);
      return [input.name, input.dataset.secret === undefined ? input.value.trim() : input.value];
    }),
  );

/** @param {Parts} parts @param {Insistence} insistence */
async function attempt(parts, insistence) {
  const { form } = parts;
  busy(form, true);
  try {
    const answer = await parts.send(values(form));
    insistence.stop();
    parts.done(answer);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    if (error.isLoggedOut) {
      insistence.stop();
      parts.loggedOut();
    } else if (error.isAway) {
      insistence.again(error.code === 'REGISTRY_AWAY' ? 'away.registry' : 'away.server');
    } else {
      insistence.stop();
      showFaults(form, [faultOf(form, error)]);
    }
  } finally {
    busy(form, false);
  }
}

/** @param {HTMLFormElement} form @param {Refusal} refusal @returns {import('./fields.js').Fault} */
function faultOf(form, { code, field, retryAfter, status }) {
  const known = field !== undefined && form.querySelector(`input[name="${CSS.escape(field)}"]`) !== null;
  if (known && has(`refused.${field}`) && code === 'INVALID_FIELD') {
    return { field, said: [`refused.${field}`] };
  }
  // A profile asks for the present password alone, so there it is that one which is wrong.
  if (code === 'WRONG_CREDENTIALS' && form.querySelector('input[name="current"]')) {
    return { field: 'current', said: ['refused.current'] };
  }
  const kind = has(`refused.${code}`) ? code : status === 429 ? 'TOO_MANY' : 'other';
  const first = /** @type {HTMLInputElement} */ (form.querySelector('input[name]'));
  return { field: code === 'ALIAS_TAKEN' ? 'alias' : first.name, said: [`refused.${kind}`, retryAfter ?? 1] };
}

/** @param {HTMLFormElement} form @param {boolean} now */
function busy(form, now) {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type="submit"]'));
  if (now) {
    form.dataset.busy = '';
  } else {
    delete form.dataset.busy;
  }
  button.setAttribute('aria-disabled', String(now));
  say(button, now ? 'form.sending' : String(button.dataset.does));
}
