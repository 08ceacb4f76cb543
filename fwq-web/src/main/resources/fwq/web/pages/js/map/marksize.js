import { middleOf } from './place.js';

/**
 * How large the rides' marks are, and where they are drawn.
 * @typedef {{width: number, height: number, kind: 'large' | 'small' | 'tiny'}} Size in pixels
 */

const LARGE = Object.freeze({ kind: /** @type {const} */ ('large'), width: 46, height: 28 });
const SMALL = Object.freeze({ kind: /** @type {const} */ ('small'), width: 40, height: 25 });
const TINY = Object.freeze({ kind: /** @type {const} */ ('tiny'), width: 28, height: 20 });

const SMALL_MAP_PX = 480;
const MANY = 10;

/**
 * @param {number} rides how many there are
 * @param {number} sidePx the map's
 * @returns {Size}
 */
export const sizeFor = (rides, sidePx) => (sidePx >= SMALL_MAP_PX ? LARGE : rides > MANY ? TINY : SMALL);

/**
 * The middle of a ride's mark: that of its cell, or as near as the mark is whole.
 * @param {number} cell
 * @param {number} sidePx
 * @param {Size} size
 * @returns {[number, number]} in units of the map
 */
export function within(cell, sidePx, { width, height }) {
  const unit = 400 / sidePx;
  const clamp = (/** @type {number} */ at, /** @type {number} */ px) => {
    const least = (px / 2 + 2) * unit;
    return Math.min(Math.max(at, least), 400 - least);
  };
  const [x, y] = middleOf(cell);
  return [clamp(x, width), clamp(y, height)];
}
