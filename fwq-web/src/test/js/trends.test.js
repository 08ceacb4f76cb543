import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Trends } from '../../main/resources/fwq/web/pages/js/park/trends.js';

const open = (wait) => ({ id: 3, name: 'Rapids', position: 250, state: 'OPEN', wait });

test('a wait that was seen once is steady', () => {
  const trends = new Trends();
  trends.saw([open(20)], 0);
  assert.equal(trends.of(open(20)), 'STEADY');
});

test('one minute more is chance, two are a rise', () => {
  const trends = new Trends();
  trends.saw([open(20)], 0);
  assert.equal(trends.of(open(21)), 'STEADY');
  assert.equal(trends.of(open(22)), 'RISING');
  assert.equal(trends.of(open(18)), 'FALLING');
});

test('what is older than three minutes says nothing about now', () => {
  const trends = new Trends();
  trends.saw([open(20)], 0);
  trends.saw([open(40)], 100_000);
  trends.saw([open(40)], 180_000);
  assert.equal(trends.of(open(40)), 'STEADY');
});

test('a ride that was down begins anew', () => {
  const trends = new Trends();
  trends.saw([open(20)], 0);
  trends.saw([{ ...open(null), state: 'DOWN' }], 10_000);
  trends.saw([open(40)], 20_000);
  assert.equal(trends.of(open(40)), 'STEADY');
});
