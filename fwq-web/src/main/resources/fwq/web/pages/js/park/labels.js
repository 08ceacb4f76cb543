/**
 * Where the rides' names go on the map: below, above, right or left of their marks, wherever they
 * cover no mark and no other name. A name that fits nowhere is left out; the list has them all.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{key: number, x: number, y: number, width: number}} Wanted the mark's middle and the name's width
 * @typedef {{key: number, x: number, y: number, anchor: 'start' | 'middle' | 'end'}} Placed
 */

/**
 * @param {Wanted[]} wanted the more important first
 * @param {{side: number, markWidth: number, markHeight: number, lineHeight: number}} size all in one unit
 * @returns {Placed[]}
 */
export function place(wanted, size) {
  const marks = wanted.map(({ x, y }) => around(x, y, size.markWidth, size.markHeight));
  /** @type {Box[]} */
  const names = [];
  return wanted.flatMap((it) => {
    for (const { box, label } of places(it, size)) {
      const fits = box.left >= 0 && box.top >= 0 && box.right <= size.side && box.bottom <= size.side;
      if (fits && ![...marks, ...names].some((other) => overlap(box, other))) {
        names.push(box);
        return [label];
      }
    }
    return [];
  });
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Box} */
const around = (x, y, width, height) => ({
  left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2,
});

/** @param {Wanted} it @param {Parameters<typeof place>[1]} size */
function places({ key, x, y, width }, size) {
  const high = (size.markHeight + size.lineHeight) / 2 + 1;
  const wide = size.markWidth / 2 + 4;
  // Beside an edge a name is pushed inward as far as it must be.
  const middle = Math.min(Math.max(x, width / 2), size.side - width / 2);
  const at = (/** @type {number} */ cx, /** @type {number} */ cy) => around(cx, cy, width, size.lineHeight);
  const label = (/** @type {number} */ lx, /** @type {number} */ ly, /** @type {Placed['anchor']} */ anchor) => ({
    key, x: lx, y: ly, anchor,
  });
  return [
    { box: at(middle, y + high), label: label(middle, y + high, 'middle') },
    { box: at(middle, y - high), label: label(middle, y - high, 'middle') },
    { box: at(x + wide + width / 2, y), label: label(x + wide, y, 'start') },
    { box: at(x - wide - width / 2, y), label: label(x - wide, y, 'end') },
  ];
}

/** @param {Box} a @param {Box} b */
const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * The thing nearest to a point, if it is near enough to have been meant.
 * @template {{x: number, y: number}} T
 * @param {T[]} things
 * @param {number} x
 * @param {number} y
 * @param {number} within
 * @returns {T | null}
 */
export function nearest(things, x, y, within) {
  let best = null;
  let least = within;
  for (const thing of things) {
    const distance = Math.hypot(thing.x - x, thing.y - y);
    if (distance <= least) {
      [best, least] = [thing, distance];
    }
  }
  return best;
}
