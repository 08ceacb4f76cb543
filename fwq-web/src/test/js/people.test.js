import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, crowdOf, standing } from '../../main/resources/fwq/web/pages/js/park/people.js';

const frame = (visitors, cells) => ({ visitors, cells });

test('I am not among the others: neither by name nor in my cell’s number', () => {
  const crowd = crowdOf(frame([['ana', 5], ['leo', 5], ['mia', 7]], [[5, 2], [7, 1]]), { cell: 5, name: 'ana' });
  assert.deepEqual(crowd.people.map((it) => [it.name, it.cell]), [['leo', 5], ['mia', 7]]);
  assert.deepEqual(crowd.counts, []);
});

test('another guest of my name stays on the map', () => {
  const crowd = crowdOf(frame([['ana', 9], ['ana', 5]], [[5, 1], [9, 1]]), { cell: 5, name: 'ana' });
  assert.deepEqual(crowd.people.map((it) => it.cell), [9]);
});

test('two guests of one name are two people', () => {
  const { people } = crowdOf(frame([['leo', 1], ['leo', 2]], [[1, 1], [2, 1]]), null);
  assert.equal(new Set(people.map((it) => it.key)).size, 2);
});

test('guests without a name are people, too', () => {
  const { people } = crowdOf(frame([['', 1], ['', 1]], [[1, 2]]), null);
  assert.equal(people.length, 2);
});

test('without names each cell is a number', () => {
  const crowd = crowdOf(frame(undefined, [[5, 3], [7, 1]]), { cell: 5, name: 'ana' });
  assert.deepEqual(crowd, { people: [], counts: [[5, 2], [7, 1]] });
});

test('a cell with several named people has a number beside them', () => {
  assert.deepEqual(crowdOf(frame([['a', 1], ['b', 1], ['c', 2]], [[1, 2], [2, 1]]), null).counts, [[1, 2]]);
});

test('from one picture to the next people come, go or stay', () => {
  const diff = changes([{ key: 'a', cell: 1 }, { key: 'b', cell: 2 }], [{ key: 'b', cell: 3 }, { key: 'c', cell: 4 }]);
  assert.deepEqual(diff.came.map((it) => it.key), ['c']);
  assert.deepEqual(diff.went.map((it) => it.key), ['a']);
  assert.deepEqual(diff.stayed, [{ was: { key: 'b', cell: 2 }, now: { key: 'b', cell: 3 } }]);
});

test('a person stands at one place of a cell, always within it', () => {
  for (const key of ['1 ana', '2 ana', '1 ', '1 😀']) {
    assert.deepEqual(standing(key), standing(key));
    assert.ok(standing(key).every((it) => Math.abs(it) <= 0.3));
  }
});
