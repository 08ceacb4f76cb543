import { html } from '../dom/build.js';
import { label, say } from '../text/speak.js';
import { ADDRESSES, placeOf } from './plan.js';
import { described, money, wordsOf } from './words.js';

/**
 * All that was chosen, and what it costs together.
 * @param {import('../types.js').Plan} plan
 * @param {boolean} mayChange whether each part leads back to its list
 */
export function partsOf(plan, mayChange) {
  if (plan.chosen.length === 0) {
    const none = html('p', { class: 'empty' });
    say(none, 'trip.nothing');
    return html('div', {}, none);
  }
  const total = html('b');
  total.textContent = money(plan.total, plan.currency);
  const words = html('span', { class: 'what' });
  say(words, 'trip.total');
  const unpaid = html('p', { class: 'hint' });
  say(unpaid, 'trip.unpaid');
  return html(
    'div', { class: 'parts card' },
    html('ul', {}, ...plan.chosen.map((part) => partOf(plan, part, mayChange))),
    html('p', { class: 'total' }, words, html('span', { class: 'price' }, total)),
    unpaid,
  );
}

/** @param {import('../types.js').Plan} plan @param {import('../types.js').Part} part @param {boolean} mayChange */
function partOf(plan, part, mayChange) {
  const many = html('span', { class: 'many' });
  say(many, 'trip.many', part.quantity);
  const price = html('b');
  price.textContent = money(part.total, plan.currency);
  const words = wordsOf(part.service, plan.towns);
  const right = html('span', { class: 'price' }, price);
  if (mayChange) {
    const link = html('a', { href: `#trip/${ADDRESSES[placeOf(part.leg, plan.open)]}` });
    say(link, 'trip.change');
    const element = described(words);
    label(link, 'trip.changeOf', element.firstElementChild?.textContent ?? '');
    right.append(link);
    return html('li', {}, many, element, right);
  }
  return html('li', {}, many, described(words), right);
}
