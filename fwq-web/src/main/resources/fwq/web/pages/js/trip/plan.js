/** The pages of a plan: their addresses, their fields. Pure: no page, no storage. */

/**
 * @typedef {'FLIGHT_FORM' | 'FLIGHTS' | 'HOTEL_FORM' | 'HOTELS' | 'TOUR_FORM' | 'TOURS' | 'WHOLE' | 'BOOKED'} Step
 * @typedef {'FLIGHTS' | 'HOTELS' | 'TOURS'} Leg
 * @typedef {{name: string, kind: 'town' | 'day' | 'number' | 'name', optional?: boolean}} Field
 */

/** What stands behind #trip/ in the address, for each page. @type {Record<Step, string>} */
export const ADDRESSES = Object.freeze({
  FLIGHT_FORM: 'flights', FLIGHTS: 'choose-flights', HOTEL_FORM: 'hotel', HOTELS: 'choose-hotel',
  TOUR_FORM: 'tour', TOURS: 'choose-tour', WHOLE: 'whole', BOOKED: 'booked',
});

/** The steps that are shown above each page, and the pages that belong to each. @type {[Step, Step[]][]} */
export const STEPS = [
  ['FLIGHT_FORM', ['FLIGHT_FORM', 'FLIGHTS']],
  ['HOTEL_FORM', ['HOTEL_FORM', 'HOTELS']],
  ['TOUR_FORM', ['TOUR_FORM', 'TOURS']],
  ['WHOLE', ['WHOLE', 'BOOKED']],
];

/** @type {Partial<Record<Step, Field[]>>} */
const FIELDS = {
  FLIGHT_FORM: [
    { name: 'FROM', kind: 'town', optional: true }, { name: 'TO', kind: 'town' },
    { name: 'DAY_OUT', kind: 'day' }, { name: 'DAY_BACK', kind: 'day' }, { name: 'SEATS', kind: 'number' },
  ],
  HOTEL_FORM: [
    { name: 'CITY', kind: 'town' }, { name: 'DAY_IN', kind: 'day' }, { name: 'DAY_LEAVING', kind: 'day' },
    { name: 'PEOPLE', kind: 'number' }, { name: 'BEDS', kind: 'number', optional: true },
  ],
  TOUR_FORM: [{ name: 'TOUR_CITY', kind: 'town' }, { name: 'TOUR_DAY', kind: 'day' }, { name: 'TOURISTS', kind: 'number' }],
  WHOLE: [{ name: 'TRAVELLER', kind: 'name' }],
};

/** @type {Partial<Record<Step, Leg>>} */
const LEGS = {
  FLIGHT_FORM: 'FLIGHTS', FLIGHTS: 'FLIGHTS', HOTEL_FORM: 'HOTELS', HOTELS: 'HOTELS', TOUR_FORM: 'TOURS', TOURS: 'TOURS',
};

/** The fields of a page. @param {Step} step */
export const fieldsOf = (step) => FIELDS[step] ?? [];

/** The leg that a page is about. @param {Step} step */
export const legOf = (step) => LEGS[step] ?? null;

/** Whether a page lists what was found. @param {Step} step */
export const isList = (step) => step === 'FLIGHTS' || step === 'HOTELS' || step === 'TOURS';

/** The list of a leg, or the form where nothing was found. @param {Leg} leg @param {Step[]} open */
export function placeOf(leg, open) {
  const form = /** @type {Step} */ (Object.keys(LEGS).find((step) => LEGS[/** @type {Step} */ (step)] === leg));
  return open.includes(leg) ? leg : form;
}

/** The page at an address, if there is one. @param {string} address */
export const stepAt = (address) =>
  /** @type {Step | undefined} */ (Object.keys(ADDRESSES).find((step) => ADDRESSES[/** @type {Step} */ (step)] === address)) ?? null;

/** The page before one, where a way back leads; nothing before the first and after the booking. @param {Step} step @param {Step[]} open */
export function before(step, open) {
  const all = /** @type {Step[]} */ (Object.keys(ADDRESSES));
  const earlier = all.slice(0, all.indexOf(step)).filter((it) => open.includes(it));
  return step === 'BOOKED' ? null : (earlier.at(-1) ?? null);
}

/** So many nights lie between two days. @param {string} dayIn @param {string} dayOut */
export const nights = (dayIn, dayOut) => Math.round((Date.parse(dayOut) - Date.parse(dayIn)) / 86_400_000);
