/** The park's ground: 20 by 20 cells, numbered row by row, whose edges join. */

export const SIDE = 20;

/** Rows and columns of each step, by the names that the server knows. */
export const DIRECTIONS = Object.freeze({
  N: [-1, 0], NE: [-1, 1], E: [0, 1], SE: [1, 1], S: [1, 0], SW: [1, -1], W: [0, -1], NW: [-1, -1],
});

/** @param {number} cell */
export const rowOf = (cell) => Math.floor(cell / SIDE);

/** @param {number} cell */
export const columnOf = (cell) => cell % SIDE;

const wrapped = (/** @type {number} */ line) => ((line % SIDE) + SIDE) % SIDE;

/**
 * The cell there, across an edge if need be.
 * @param {number} row any whole number
 * @param {number} column any whole number
 */
export const cellAt = (row, column) => wrapped(row) * SIDE + wrapped(column);

/** The signed shorter way round from one row, or column, to another: -9..10. */
const shortWay = (/** @type {number} */ from, /** @type {number} */ to) => {
  const way = wrapped(to - from);
  return way > SIDE / 2 ? way - SIDE : way;
};

/**
 * Rows and columns of the shortest way, signed.
 * @param {number} from cell
 * @param {number} to cell
 * @returns {[number, number]}
 */
export const way = (from, to) => [
  shortWay(rowOf(from), rowOf(to)),
  shortWay(columnOf(from), columnOf(to)),
];

/**
 * The fewest steps between two cells, 0..10; a diagonal step counts as one.
 * @param {number} from
 * @param {number} to
 */
export function steps(from, to) {
  const [rows, columns] = way(from, to);
  return Math.max(Math.abs(rows), Math.abs(columns));
}

/**
 * The cells of a shortest way, without the first.
 * @param {number} from
 * @param {number} to
 * @returns {number[]}
 */
export function path(from, to) {
  const cells = [];
  for (let here = from; here !== to; cells.push(here)) {
    const [rows, columns] = way(here, to);
    here = cellAt(rowOf(here) + Math.sign(rows), columnOf(here) + Math.sign(columns));
  }
  return cells;
}

/**
 * The lines to draw for a way: a step over an edge ends one line outside the map and begins the
 * next outside the other edge.
 * @param {number[]} cells
 * @returns {[number, number][][]} lines of points (x, y), in cells; the first cell's middle is 0, 0
 */
export function lines(cells) {
  if (cells.length === 0) {
    return [];
  }
  /** @type {[number, number][]} */
  let line = [[columnOf(cells[0]), rowOf(cells[0])]];
  const all = [line];
  for (let i = 1; i < cells.length; i++) {
    const [rows, columns] = way(cells[i - 1], cells[i]);
    const [x, y] = [columnOf(cells[i]), rowOf(cells[i])];
    if (isOverEdge(cells[i - 1], cells[i])) {
      line.push([columnOf(cells[i - 1]) + columns, rowOf(cells[i - 1]) + rows]);
      line = [[x - columns, y - rows]];
      all.push(line);
    }
    line.push([x, y]);
  }
  return all;
}

/**
 * Whether the shortest way between two cells leaves the map and comes in at another edge.
 * @param {number} from
 * @param {number} to
 */
export function isOverEdge(from, to) {
  const [rows, columns] = way(from, to);
  return rowOf(from) + rows !== rowOf(to) || columnOf(from) + columns !== columnOf(to);
}
