import assert from 'node:assert/strict';
import { test } from 'node:test';
import en from '../../main/resources/fwq/web/pages/js/text/trip.en.js';
import { ADDRESSES, STEPS, before, fieldsOf, isList, legOf, nights, placeOf, stepAt } from '../../main/resources/fwq/web/pages/js/trip/plan.js';

const ALL = Object.keys(ADDRESSES);

test('each page has an address of its own, and leads back to itself', () => {
  assert.deepEqual(ALL.map((step) => stepAt(ADDRESSES[step])), ALL);
  assert.equal(stepAt('nowhere'), null);
});

test('each page belongs to one step, has a heading, and a name for each field', () => {
  assert.deepEqual(STEPS.flatMap(([, pages]) => pages), ALL);
  for (const step of ALL) {
    assert.ok(`trip.head.${step}` in en, step);
    assert.deepEqual(fieldsOf(step).filter(({ name }) => !(`trip.field.${name}` in en)), []);
  }
});

test('lists and their forms are about one leg', () => {
  assert.deepEqual(ALL.filter(isList).map(legOf), ['FLIGHTS', 'HOTELS', 'TOURS']);
  assert.equal(legOf('HOTEL_FORM'), 'HOTELS');
  assert.equal(legOf('WHOLE'), null);
});

test('back leads to the page before that is open, out of the plan from the first, nowhere once booked', () => {
  assert.equal(before('HOTEL_FORM', ['FLIGHT_FORM', 'FLIGHTS', 'HOTEL_FORM']), 'FLIGHTS');
  assert.equal(before('HOTEL_FORM', ['FLIGHT_FORM', 'HOTEL_FORM']), 'FLIGHT_FORM');
  assert.equal(before('FLIGHT_FORM', ['FLIGHT_FORM']), null);
  assert.equal(before('BOOKED', ['BOOKED']), null);
});

test('a part is changed in its list, or where that is not open in its form', () => {
  assert.equal(placeOf('TOURS', ['TOUR_FORM', 'TOURS']), 'TOURS');
  assert.equal(placeOf('TOURS', ['TOUR_FORM']), 'TOUR_FORM');
});

test('nights are counted by days, across a change of clocks, too', () => {
  assert.equal(nights('2027-03-27', '2027-03-29'), 2);
  assert.equal(nights('2026-12-31', '2027-01-01'), 1);
});
