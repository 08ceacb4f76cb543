import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWanted, wantedOf } from '../../main/resources/fwq/web/pages/js/board/address.js';
import { layout, pageAt } from '../../main/resources/fwq/web/pages/js/board/pages.js';

test('the address says park, language and rides', () => {
  assert.deepEqual(wantedOf('?park=2&lang=es&rides=0, Comet'), { park: 2, language: 'es', rides: ['0', 'comet'] });
  assert.deepEqual(wantedOf('?park=-1'), { park: 0, language: null, rides: [] });
});

test('rides are wanted by id or by a part of the name; without a wish, all are', () => {
  const ride = { id: 3, name: 'River Rapids' };
  assert.equal(isWanted(ride, []), true);
  assert.equal(isWanted(ride, ['3']), true);
  assert.equal(isWanted(ride, ['33']), false);
  assert.equal(isWanted(ride, ['rapids']), true);
});

test('few rides fill the screen, more stand in two columns, and many take turns', () => {
  assert.deepEqual(layout(4, 1920, 1080), { columns: 1, rows: 4, pages: 1 });
  assert.deepEqual(layout(12, 1920, 1080), { columns: 2, rows: 6, pages: 1 });
  assert.deepEqual(layout(40, 1920, 1080), { columns: 2, rows: 7, pages: 3 });
});

test('whatever the number of rides and the screen, all have a place and no row is too small', () => {
  for (let rides = 0; rides <= 40; rides++) {
    for (const [width, height] of [[1920, 1080], [1080, 1920], [1024, 768], [3840, 2160]]) {
      const { columns, rows, pages } = layout(rides, width, height);
      assert.ok(columns * rows * pages >= rides);
      assert.ok(rows <= 13);
    }
  }
});

test('pages take turns', () => {
  assert.deepEqual([0, 11_999, 12_000, 36_000].map((now) => pageAt(now, 3, 12_000)), [0, 0, 1, 0]);
});
