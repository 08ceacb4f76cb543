/**
 * How rides are laid out on a screen so that they can be read from 5 m. A letter is read from 200
 * times its height: on a screen of 50 inches 25 mm are a 25th of the screen's height, so no more
 * than nine rows stand one below the other.
 */
const ROWS_MAX = 9;

/** Wider than so many times its height, a screen has two columns once one does not do. */
const WIDE = 1.3;

/**
 * @param {number} rides
 * @param {number} width in pixels
 * @param {number} height in pixels
 * @returns {{columns: number, rows: number, pages: number}}
 */
export function layout(rides, width, height) {
  const rowsMax = width < height ? ROWS_MAX + 4 : ROWS_MAX;
  const columns = rides > rowsMax - 2 && width >= WIDE * height ? 2 : 1;
  const pages = Math.max(1, Math.ceil(rides / (rowsMax * columns)));
  const rows = Math.min(rowsMax, Math.max(4, Math.ceil(rides / pages / columns)));
  return { columns, rows, pages };
}

/**
 * Which page is up, when each is for so long.
 * @param {number} now milliseconds
 * @param {number} pages
 * @param {number} eachMs
 */
export const pageAt = (now, pages, eachMs) => Math.floor(now / eachMs) % pages;
