import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellAt, isOverEdge, lines, path, steps, way } from '../../main/resources/fwq/web/pages/js/park/torus.js';

test('the edges join: the cell north of the gate is in the last row', () => {
  assert.equal(cellAt(-1, 0), 380);
  assert.equal(cellAt(0, -1), 19);
  assert.equal(cellAt(20, 20), 0);
});

test('a step to the east of column 19 stays in its row', () => {
  assert.equal(cellAt(3, 20), 60);
});

test('the shorter way may lead over an edge, and a diagonal step counts as one', () => {
  assert.deepEqual(way(0, 399), [-1, -1]);
  assert.equal(steps(0, 399), 1);
  assert.equal(steps(0, cellAt(10, 10)), 10);
});

test('no two cells are farther than 10 steps, and the way is as long there as back', () => {
  for (let from = 0; from < 400; from += 7) {
    for (let to = 0; to < 400; to++) {
      assert.ok(steps(from, to) <= 10);
      assert.equal(steps(from, to), steps(to, from));
    }
  }
});

test('a path has as many cells as there are steps, each a neighbour of the last, and ends there', () => {
  for (let to = 0; to < 400; to++) {
    const cells = path(21, to);
    assert.equal(cells.length, steps(21, to));
    [21, ...cells].reduce((from, next) => {
      assert.equal(steps(from, next), 1);
      return next;
    });
    assert.equal(cells.at(-1) ?? 21, to);
  }
});

test('a way over an edge is two lines: one out of the map, one in at the other side', () => {
  assert.deepEqual(lines([19, 0]), [
    [[19, 0], [20, 0]],
    [[-1, 0], [0, 0]],
  ]);
});

test('a way through a corner leaves and comes in diagonally', () => {
  assert.deepEqual(lines([0, 399]), [
    [[0, 0], [-1, -1]],
    [[20, 20], [19, 19]],
  ]);
});

test('a way within the map is one line, and no way is none', () => {
  assert.deepEqual(lines([0, 21, 22]), [[[0, 0], [1, 1], [2, 1]]]);
  assert.deepEqual(lines([]), []);
});

test('only a step over an edge is over an edge', () => {
  assert.equal(isOverEdge(0, 1), false);
  assert.equal(isOverEdge(0, 19), true);
  assert.equal(isOverEdge(390, 10), true);
});
