import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doing } from '../../main/resources/fwq/web/pages/js/park/status.js';

const RIDES = [{ id: 2, name: 'Comet', position: 42, state: 'OPEN', wait: 15 }];
const me = (more) => ({ state: 'INSIDE', position: 0, heading: null, path: [], autopilot: false, alert: null, reason: null, ...more });

test('on the way the steps and the wait are reckoned together', () => {
  assert.deepEqual(doing(me({ heading: 2 }), RIDES), ['status.walking', 'Comet', 2, 17]);
});

test('a food cart is walked to wherever it goes', () => {
  const carts = [{ plate: 'PARK-01', position: 3, stock: 5 }];
  assert.deepEqual(doing(me({ cart: 'PARK-01' }), RIDES, carts), ['cart.walking', 'PARK-01', 3]);
  assert.deepEqual(doing(me({ cart: 'PARK-01', position: 3 }), RIDES, carts), ['cart.at', 'PARK-01']);
  assert.deepEqual(doing(me({ cart: 'GONE-01' }), RIDES, carts), ['status.gate']);
});

test('an unknown wait is not reckoned with', () => {
  const down = [{ ...RIDES[0], state: 'DOWN', wait: null }];
  assert.deepEqual(doing(me({ heading: 2 }), down), ['status.walkingUnknown', 'Comet', 2]);
  assert.deepEqual(doing(me({ heading: 2, position: 42 }), down), ['status.waitingUnknown', 'Comet']);
});

test('places are the gate, a ride, or a row and a column from 1', () => {
  assert.deepEqual(doing(me(), RIDES), ['status.gate']);
  assert.deepEqual(doing(me({ position: 42 }), RIDES), ['status.at', 'Comet']);
  assert.deepEqual(doing(me({ position: 399 }), RIDES), ['status.place', 20, 20]);
});

test('a refusal says why', () => {
  assert.deepEqual(doing(me({ state: 'REFUSED', position: null, reason: 'FULL' }), RIDES), ['status.full']);
  assert.deepEqual(doing(me({ state: 'REFUSED', position: null, reason: 'CLOSED' }), RIDES), ['status.refusedClosed']);
});

test('a ride that is no longer there is still ridden', () => {
  assert.deepEqual(doing(me({ state: 'RIDING', heading: 9 }), RIDES), ['status.ridingSome']);
});
