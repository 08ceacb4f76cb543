/** Who is to be drawn where, from one frame to the next. */

/** With more people than this each cell is a number and nobody moves smoothly. */
const DOTS_MAX = 200;

/**
 * @typedef {{key: string, name: string, cell: number}} Person
 * @typedef {{people: Person[], counts: [number, number][]}} Crowd
 */

/**
 * Everybody but me: as people where the frame names them, as numbers where it does not.
 * @param {import('../types.js').Frame} frame
 * @param {{cell: number, name: string} | null} me where I am and how the map calls me, if inside
 * @returns {Crowd}
 */
export function crowdOf(frame, me) {
  const counts = withoutMe(frame.cells ?? [], me);
  if (!frame.visitors || frame.visitors.length > DOTS_MAX) {
    return { people: [], counts };
  }
  const mine = me ? indexOfMe(frame.visitors, me) : -1;
  const seen = new Map();
  const people = frame.visitors.flatMap(([name, cell], i) => {
    if (i === mine) {
      return [];
    }
    // Two guests may be called the same; the first stays the first as long as both are there.
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [{ key: `${nth} ${name}`, name, cell }];
  });
  return { people, counts: counts.filter(([, count]) => count > 1) };
}

/** @param {[string, number][]} visitors @param {{cell: number, name: string}} me */
function indexOfMe(visitors, me) {
  const there = visitors.findIndex(([name, cell]) => name === me.name && cell === me.cell);
  return there >= 0 ? there : visitors.findIndex(([name]) => name !== '' && name === me.name);
}

/** @param {[number, number][]} cells @param {{cell: number} | null} me @returns {[number, number][]} */
const withoutMe = (cells, me) =>
  cells
    .map(([cell, count]) => /** @type {[number, number]} */ ([cell, cell === me?.cell ? count - 1 : count]))
    .filter(([, count]) => count > 0);

/**
 * What changed between two lists of things that have a key.
 * @template {{key: string}} T
 * @param {T[]} before
 * @param {T[]} after
 */
export function changes(before, after) {
  const old = new Map(before.map((it) => [it.key, it]));
  const keys = new Set(after.map((it) => it.key));
  return {
    came: after.filter((it) => !old.has(it.key)),
    went: before.filter((it) => !keys.has(it.key)),
    stayed: after
      .filter((it) => old.has(it.key))
      .map((now) => ({ was: /** @type {T} */ (old.get(now.key)), now })),
  };
}

/**
 * Where in its cell a person stands, so that several are seen: offsets in cells, -0.3..0.3.
 * @param {string} key
 * @returns {[number, number]}
 */
export function standing(key) {
  let hash = 7;
  for (const character of key) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  }
  return [((hash % 7) - 3) / 10, ((Math.floor(hash / 7) % 7) - 3) / 10];
}
