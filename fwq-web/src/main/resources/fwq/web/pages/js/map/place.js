import { columnOf, isOverEdge, rowOf, way } from '../park/torus.js';

/** A cell of the map in units. */
const CELL = 20;

/** The middle of a cell, in units. @param {number} cell @returns {[number, number]} */
export const middleOf = (cell) => [(columnOf(cell) + 0.5) * CELL, (rowOf(cell) + 0.5) * CELL];

/**
 * A line of cells as an SVG polyline takes it.
 * @param {[number, number][]} line
 */
export const pointsOf = (line) => line.map(([x, y]) => `${(x + 0.5) * CELL},${(y + 0.5) * CELL}`).join(' ');

/**
 * Moves a drawn thing to a point, smoothly where the stylesheet says so.
 * @param {SVGElement} element
 * @param {[number, number]} point
 */
export function put(element, [x, y]) {
  element.style.transform = `translate(${x}px, ${y}px)`;
}

/**
 * Moves it from one cell to another. Over an edge it comes in from outside the map rather than
 * crossing all of it; from far away it is just there.
 * @param {SVGElement} element
 * @param {number} from
 * @param {number} to
 * @param {[number, number]} [offset] in cells
 */
export function move(element, from, to, [dx, dy] = [0, 0]) {
  const [rows, columns] = way(from, to);
  const far = Math.max(Math.abs(rows), Math.abs(columns)) > 3;
  const [x, y] = middleOf(to);
  const end = /** @type {[number, number]} */ ([x + dx * CELL, y + dy * CELL]);
  if (far || isOverEdge(from, to)) {
    element.classList.add('still');
    put(element, far ? end : [end[0] - columns * CELL, end[1] - rows * CELL]);
    // Asking for the place makes the browser take it up before the next one is set.
    element.getBoundingClientRect();
    element.classList.remove('still');
  }
  put(element, end);
}
