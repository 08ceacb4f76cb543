import { html } from '../dom/build.js';
import { showFaults } from '../dom/faults.js';
import { say } from '../text/speak.js';
import { summary } from './form.js';
import { legOf } from './plan.js';
import { day, described, money, wordsOf } from './words.js';

/**
 * What a search found: of flights two lists, and of each one is chosen.
 * @param {import('../types.js').Plan} plan
 * @param {{choose: (choices: Record<string, string>) => void, move: (list: number, day: string) => void, more: Node[]}} does
 */
export function listsOf(plan, { choose, move, more }) {
  const submit = html('button', { type: 'submit', class: 'main' });
  say(submit, 'trip.choose');
  submit.hidden = plan.lists.some(({ choices }) => choices.length === 0);
  const took = html('p', { class: 'hint' });
  if (plan.tookMillis !== undefined) {
    say(took, 'trip.took', plan.tookMillis);
  }
  const form = /** @type {HTMLFormElement} */ (
    html(
      'form', { class: 'offers', novalidate: '' }, summary(),
      ...plan.lists.map((list, i) => listOf(plan, list, i, move)),
      took, html('div', { class: 'row' }, submit, ...more),
    )
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const choices = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    const faults = plan.lists.flatMap((_, i) => (choices[`choice${i}`] ? [] : [fault(i)]));
    showFaults(form, faults);
    if (faults.length === 0) {
      choose(choices);
    }
  });
  return form;
}

/** @param {number} list @returns {import('../dom/fields.js').Fault} */
const fault = (list) => ({ field: `choice${list}`, said: ['trip.chooseOne'] });

/** @param {import('../types.js').Plan} plan @param {import('../types.js').Matches} matches @param {number} i @param {(list: number, day: string) => void} move */
function listOf(plan, { choices, before, after }, i, move) {
  const title = html('legend', {}, html('h2'));
  say(title.firstElementChild, `trip.list.${legOf(plan.page)}${i}`);
  if (choices.length > 0) {
    const error = html('p', { class: 'error', id: `choice${i}-0-error` });
    return html('fieldset', {}, title, error, ...choices.map((choice, j) => choiceOf(plan, choice, `choice${i}`, j)));
  }
  const none = html('p', { class: 'empty' });
  say(none, 'trip.none');
  const days = [['trip.before', before], ['trip.after', after]].flatMap(([key, on]) => (on ? [nearest(String(key), on, () => move(i, on))] : []));
  return html('fieldset', {}, title, none, html('div', { class: 'row' }, ...days));
}

/** @param {string} key @param {string} on @param {() => void} take */
function nearest(key, on, take) {
  const button = html('button', { type: 'button' });
  say(button, key, day(on));
  button.addEventListener('click', take);
  return button;
}

/** @param {import('../types.js').Plan} plan @param {import('../types.js').Choice} choice @param {string} name @param {number} j */
function choiceOf(plan, choice, name, j) {
  const radio = /** @type {HTMLInputElement} */ (html('input', { type: 'radio', id: `${name}-${j}`, name, value: choice.name }));
  radio.checked = choice.chosen;
  const each = html('small');
  say(each, choice.price === 0 ? 'trip.free' : `trip.each.${legOf(plan.page)}`);
  const price = html('b');
  price.textContent = choice.price === 0 ? '' : money(choice.price, plan.currency);
  return html('label', { class: 'offer' }, radio, described(wordsOf(choice.service, plan.towns), ['trip.left', choice.left]), html('span', { class: 'price' }, price, each));
}
