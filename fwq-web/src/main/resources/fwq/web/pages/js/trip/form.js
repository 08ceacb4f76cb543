import { html } from '../dom/build.js';
import { showFaults } from '../dom/faults.js';
import { wire } from '../dom/form.js';
import { label, say, text } from '../text/speak.js';
import { fieldsOf } from './plan.js';

/** @type {Record<import('./plan.js').Field['kind'], Record<string, string>>} */
const INPUTS = {
  town: { list: 'trip-towns', autocomplete: 'off' },
  day: { type: 'date' },
  number: { type: 'number', inputmode: 'numeric', min: '1', max: '9' },
  name: { autocomplete: 'name', maxlength: '60' },
};

/**
 * The form of a page, with what was typed in it and what is wrong with it in place.
 * @param {import('../types.js').Plan} plan
 * @param {{button: string, guest: import('../guest/guest.js').Guest, more?: Node[],
 *     send: (values: Record<string, string>) => Promise<import('../types.js').Plan | null>,
 *     done: (plan: import('../types.js').Plan | null) => void}} does
 */
export function formOf(plan, { button, guest, more = [], send, done }) {
  const submit = html('button', { type: 'submit', class: 'main', 'data-does': button });
  say(submit, button);
  const form = /** @type {HTMLFormElement} */ (
    html('form', { class: 'card', novalidate: '' }, summary(), ...fieldsOf(plan.page).map((it) => fieldOf(it, plan)), html('div', { class: 'row' }, submit, ...more))
  );
  const { stop } = wire({ form, banners: guest.banners, check: () => [], send, done, loggedOut: () => guest.loggedOut('banner.expired') });
  return { element: form, stop, faults: (/** @type {import('../types.js').Plan} */ it) => showFaults(form, faultsOf(it)) };
}

/** Where all that is wrong is told. */
export function summary() {
  const title = html('h2');
  say(title, 'form.wrong');
  return html('div', { class: 'summary', 'data-part': 'summary', tabindex: '-1', hidden: '' }, title, html('ul', { 'data-part': 'list' }));
}

/** @param {import('../types.js').Plan} plan @returns {import('../dom/fields.js').Fault[]} */
const faultsOf = (plan) =>
  fieldsOf(plan.page)
    .filter(({ name }) => plan.wrong[name])
    .map(({ name }) => ({ field: name, said: /** @type {[string, string]} */ ([`trip.wrong.${plan.wrong[name]}`, text(`trip.field.${name}`)]) }));

/** @param {import('./plan.js').Field} field @param {import('../types.js').Plan} plan */
function fieldOf({ name, kind, optional }, plan) {
  const id = `trip-${name}`;
  const words = html('label', { for: id }, html('span'));
  say(words.firstElementChild, `trip.field.${name}`);
  const hint = html('p', { class: 'hint', id: `${id}-hint` });
  if (optional) {
    say(hint, `trip.hint.${name}`);
  }
  const input = /** @type {HTMLInputElement} */ (
    html('input', { id, name, ...INPUTS[kind], 'aria-describedby': optional ? `${id}-hint ${id}-error` : `${id}-error` })
  );
  input.value = plan.typed[name] ?? '';
  input.required = !optional;
  return html('div', { class: `field ${kind}` }, words, ...(optional ? [hint] : []), html('p', { class: 'error', id: `${id}-error` }), input);
}

/** The towns that a field proposes. @param {{name: string, country: string}[]} towns */
export const proposals = (towns) =>
  html('datalist', { id: 'trip-towns' }, ...towns.map(({ name, country }) => html('option', { value: name, label: `${name}, ${country}` })));

/** The steps of a plan, those that can be gone to as links. @param {import('../types.js').Plan} plan @param {[import('./plan.js').Step, import('./plan.js').Step[]][]} steps @param {Record<string, string>} addresses */
export function stepsOf(plan, steps, addresses) {
  const list = html('ol', {}, ...steps.map(([step, pages]) => {
    const here = pages.includes(plan.page);
    const link = plan.open.includes(step) && !here ? html('a', { href: `#trip/${addresses[step]}` }) : html('span', here ? { 'aria-current': 'step' } : {});
    say(link, `trip.step.${step}`);
    return html('li', {}, link);
  }));
  const nav = html('nav', { class: 'steps' }, list);
  label(nav, 'trip.steps');
  return nav;
}
