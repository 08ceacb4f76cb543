import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressed, sorted } from '../../main/resources/fwq/web/pages/js/park/order.js';

const RIDES = [
  { id: 0, name: 'Carousel', position: 21, state: 'OPEN', wait: 30 },
  { id: 1, name: 'Águila', position: 399, state: 'OPEN', wait: 10 },
  { id: 2, name: 'Big Dipper', position: 200, state: 'DOWN', wait: null },
  { id: 3, name: 'Comet', position: 40, state: 'OPEN', wait: 30 },
  { id: 4, name: 'Dragon', position: 5, state: 'NO_DATA', wait: null },
];
const KNOWN = {
  here: 0,
  trend: (ride) => (ride.id === 3 ? 'FALLING' : 'RISING'),
  compare: new Intl.Collator('es').compare,
};
const ids = (order, known = KNOWN) => sorted(RIDES, order, known).map((ride) => ride.id);

test('by wait: the shortest first, the nearer of two equal ones first, those without a wait last', () => {
  assert.deepEqual(ids({ column: 'wait', descending: false }), [1, 0, 3, 4, 2]);
});

test('those without a wait come last the other way round, too', () => {
  assert.deepEqual(ids({ column: 'wait', descending: true }), [0, 3, 1, 4, 2]);
});

test('by walk: over the edges, whatever the state', () => {
  assert.deepEqual(ids({ column: 'walk', descending: false }), [1, 0, 3, 4, 2]);
});

test('by name: as the language orders it, not the machine', () => {
  assert.deepEqual(ids({ column: 'name', descending: false }), [1, 2, 0, 3, 4]);
});

test('by trend: the falling first', () => {
  assert.deepEqual(ids({ column: 'trend', descending: false }).slice(0, 1), [3]);
});

test('a guest outside has no way to compare, and the rides stay as they are given', () => {
  const before = structuredClone(RIDES);
  ids({ column: 'walk', descending: false }, { ...KNOWN, here: null });
  assert.deepEqual(RIDES, before);
});

test('the same waits give the same order, in whichever order the rides come', () => {
  const order = { column: 'wait', descending: false };
  const other = sorted([...RIDES].reverse(), order, KNOWN).map((ride) => ride.id);
  assert.deepEqual(other, ids(order));
});

test('a press on the column in use turns it round, on another one begins with ascending', () => {
  assert.deepEqual(pressed({ column: 'wait', descending: false }, 'wait'), { column: 'wait', descending: true });
  assert.deepEqual(pressed({ column: 'wait', descending: true }, 'wait'), { column: 'wait', descending: false });
  assert.deepEqual(pressed({ column: 'wait', descending: true }, 'name'), { column: 'name', descending: false });
});
