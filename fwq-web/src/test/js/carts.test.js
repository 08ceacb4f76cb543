import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byWay, nearestCart, rideBeside } from '../../main/resources/fwq/web/pages/js/park/carts.js';

const cart = (plate, position, stock = 5) => ({ plate, position, stock });

test('the nearest cart stands first, over the edges, too; equal ones by their plates', () => {
  const carts = [cart('BBBB', 10), cart('CCCC', 399), cart('AAAA', 10)];
  assert.deepEqual(byWay(carts, 0).map((it) => it.plate), ['CCCC', 'AAAA', 'BBBB']);
  assert.deepEqual(byWay(carts, null).map((it) => it.plate), ['AAAA', 'BBBB', 'CCCC']);
});

test('the nearest that has something is walked to, and none where all are empty', () => {
  assert.equal(nearestCart([cart('AAAA', 1, 0), cart('BBBB', 5)], 0)?.plate, 'BBBB');
  assert.equal(nearestCart([cart('AAAA', 1, 0)], 0), null);
  assert.equal(nearestCart([], 0), null);
});

test('a board says beside which ride a cart stands', () => {
  const rides = [{ id: 1, name: 'Far', position: 210 }, { id: 2, name: 'Near', position: 22 }];
  assert.equal(rideBeside(cart('AAAA', 1), rides)?.name, 'Near');
  assert.equal(rideBeside(cart('AAAA', 1), []), null);
});
