import { html } from '../dom/build.js';
import { inUse, say, text } from '../text/speak.js';
import { nights } from './plan.js';

/** Amounts, days and services in the guest's language. */

/** @param {number} cents @param {string} currency */
export function money(cents, currency) {
  if (cents === 0) {
    return text('trip.free');
  }
  return new Intl.NumberFormat(inUse(), { style: 'currency', currency }).format(cents / 100);
}

/** @param {string} iso such as 2027-05-01 */
export const day = (iso) =>
  new Intl.DateTimeFormat(inUse(), { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(iso));

/** @typedef {[string, ...(string | number)[]]} Said a text's key, and what goes into its gaps */

/**
 * What is sold: its name, and more about it.
 * @param {import('../types.js').Service} service
 * @param {{code: string, name: string}[]} towns
 * @returns {{name: string | Said, more: Said[]}}
 */
export function wordsOf(service, towns) {
  const town = (/** @type {string} */ code) => towns.find((it) => it.code === code)?.name ?? code;
  switch (service.kind) {
    case 'flight':
      return { name: ['trip.flight', town(service.from), town(service.to)], more: [times(service)] };
    case 'stay':
      return {
        name: service.hotel,
        more: [
          ['trip.from', day(service.dayIn)], ['trip.until', day(service.dayOut)],
          ['trip.nights', nights(service.dayIn, service.dayOut)], ['trip.beds', service.beds],
          .../** @type {Said[]} */ (service.breakfast ? [['trip.breakfast']] : []),
        ],
      };
    case 'tour':
      return { name: service.tour, more: [['trip.at', day(service.day), service.hour], ['trip.meet', service.address]] };
  }
}

/** @param {Extract<import('../types.js').Service, {kind: 'flight'}>} flight @returns {Said} */
function times({ day: on, hour, arrivalDay, arrivalHour }) {
  return on === arrivalDay ? ['trip.times', day(on), hour, arrivalHour] : ['trip.timesLater', day(on), hour, arrivalHour, day(arrivalDay)];
}

/** The same as elements. @param {{name: string | Said, more: Said[]}} words @param {...Said} added */
export function described({ name, more }, ...added) {
  const title = html('b', { dir: 'auto' });
  if (typeof name === 'string') {
    title.textContent = name;
  } else {
    say(title, ...name);
  }
  const facts = [...more, ...added].map((said) => {
    const fact = html('span');
    say(fact, ...said);
    return fact;
  });
  return html('span', { class: 'what' }, title, html('span', { class: 'facts' }, ...facts));
}
