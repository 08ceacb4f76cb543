import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goalOf } from '../../main/resources/fwq/web/pages/js/guest/goal.js';

const me = (more) => ({ state: 'INSIDE', position: 0, heading: null, cart: null, path: [], autopilot: false, alert: null, reason: null, ...more });

test('a guest who stands wants nothing', () => {
  assert.deepEqual(goalOf(me({})), []);
});

test('feet go on to the ride, the cart, or wherever the autopilot likes', () => {
  assert.deepEqual(goalOf(me({ heading: 0 })), [['/app/walk', { ride: 0 }]]);
  assert.deepEqual(goalOf(me({ cart: 'PARK-01' })), [['/app/walk', { cart: 'PARK-01' }]]);
  assert.deepEqual(goalOf(me({ heading: 2, autopilot: true })), [['/app/autopilot', { on: true }]]);
});

test('a wish to be told stays, one that came true does not', () => {
  assert.deepEqual(goalOf(me({ alert: { ride: 2, below: 20 } })), [['/app/alert', { ride: 2, below: 20 }]]);
  assert.deepEqual(goalOf(me({ alert: { ride: 2, below: 20, fired: true, wait: 15 } })), []);
});
