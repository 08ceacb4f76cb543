import { html, part } from './build.js';
import { say } from '../text/speak.js';

/**
 * Shows what is wrong: beside each field, and in a summary that takes the focus and leads to them.
 * @param {HTMLFormElement} form
 * @param {import('./fields.js').Fault[]} faults none: takes away what was shown before
 */
export function showFaults(form, faults) {
  for (const input of form.querySelectorAll('input[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
  }
  for (const error of form.querySelectorAll('.error')) {
    error.textContent = '';
    delete (/** @type {HTMLElement} */ (error).dataset.t);
  }
  const summary = part(form, 'summary');
  const list = part(summary, 'list');
  list.replaceChildren();
  summary.hidden = faults.length === 0;
  for (const { field, said } of faults) {
    const input = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="${field}"]`));
    const link = html('a', { href: `#${input?.id ?? form.id}` });
    say(link, ...said);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      lead(input);
    });
    list.append(html('li', {}, link));
    if (input) {
      input.setAttribute('aria-invalid', 'true');
      say(errorOf(input), ...said);
    }
  }
  if (faults.length > 0) {
    summary.focus();
  }
}

/** @param {HTMLInputElement} input */
const errorOf = (input) => document.getElementById(`${input.id}-error`);

/** The field gets the focus with its label in view. @param {HTMLInputElement | null} input */
function lead(input) {
  input?.labels?.[0]?.scrollIntoView();
  input?.focus({ preventScroll: true });
}
