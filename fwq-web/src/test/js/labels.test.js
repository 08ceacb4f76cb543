import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, place } from '../../main/resources/fwq/web/pages/js/park/labels.js';

const SIZE = { side: 400, markWidth: 40, markHeight: 20, lineHeight: 12 };

test('a name goes below its mark', () => {
  assert.deepEqual(place([{ key: 1, x: 200, y: 200, width: 60 }], SIZE), [{ key: 1, x: 200, y: 217, anchor: 'middle' }]);
});

test('beside the edge a name is pushed inward, at the foot it goes above', () => {
  assert.deepEqual(place([{ key: 1, x: 10, y: 200, width: 60 }], SIZE)[0].x, 30);
  assert.equal(place([{ key: 1, x: 200, y: 390, width: 60 }], SIZE)[0].y, 373);
});

test('a name never covers another ride’s mark', () => {
  const [first, second] = place([{ key: 1, x: 200, y: 200, width: 60 }, { key: 2, x: 200, y: 222, width: 60 }], SIZE);
  assert.equal(first.y, 183);
  assert.equal(second.y, 239);
});

test('a name that fits nowhere is left out', () => {
  const crowd = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => ({ key: 3 * row + column, x: 200 + 41 * column, y: 200 + 21 * row, width: 60 })));
  const placed = place(crowd, SIZE);
  assert.ok(!placed.some((it) => it.key === 0));
});

test('a tap means the nearest ride within reach, and none beyond', () => {
  const rides = [{ id: 1, x: 10, y: 10 }, { id: 2, x: 30, y: 10 }];
  assert.equal(nearest(rides, 22, 10, 26)?.id, 2);
  assert.equal(nearest(rides, 100, 100, 26), null);
});
