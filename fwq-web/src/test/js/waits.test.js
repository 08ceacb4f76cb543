import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markOf, signOf, stepOf, waitOf } from '../../main/resources/fwq/web/pages/js/park/waits.js';

const ride = (more) => ({ id: 0, name: 'Carousel', position: 21, state: 'OPEN', wait: 15, ...more });

test('waits are in five steps, each of which begins with its first minute', () => {
  assert.deepEqual([0, 9, 10, 19, 20, 34, 35, 59, 60, 240].map(stepOf), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
});

test('an open ride is marked by its step and its minutes', () => {
  assert.equal(markOf(ride()), '2');
  assert.equal(signOf(ride()), '15');
});

test('0 minutes is a wait, null is unknown', () => {
  assert.equal(signOf(ride({ wait: 0 })), '0');
  assert.equal(markOf(ride({ wait: 0 })), '1');
  assert.equal(signOf(ride({ wait: null })), '?');
  assert.equal(markOf(ride({ wait: null })), 'NO_DATA');
  assert.equal(markOf(ride({ wait: undefined })), 'NO_DATA');
});

test('a ride that is not open has no wait, whatever number comes with it', () => {
  for (const state of ['NO_DATA', 'DOWN', 'CLOSED']) {
    assert.equal(waitOf(ride({ state })), null);
    assert.equal(markOf(ride({ state })), state);
  }
  assert.deepEqual(['NO_DATA', 'DOWN', 'CLOSED'].map((state) => signOf(ride({ state }))), ['?', '!', '–']);
});
