/** What a board is to show, as its address says: /board?park=0&lang=es&theme=dark&rides=0,3 */

/**
 * @typedef {{park: number, language: string | null, rides: string[]}} Wanted rides by id, or by a part
 *     of their names; none: all
 */

/** @param {string} query @returns {Wanted} */
export function wantedOf(query) {
  const parameters = new URLSearchParams(query);
  const park = Number(parameters.get('park') ?? 0);
  return {
    park: Number.isInteger(park) && park >= 0 ? park : 0,
    language: parameters.get('lang'),
    rides: (parameters.get('rides') ?? '').split(',').map((it) => it.trim().toLowerCase()).filter((it) => it !== ''),
  };
}

/**
 * Whether a ride is among those wanted.
 * @param {{id: number, name: string}} ride
 * @param {string[]} wanted
 */
export const isWanted = ({ id, name }, wanted) =>
  wanted.length === 0 ||
  wanted.some((it) => (/^\d+$/.test(it) ? it === String(id) : name.toLowerCase().includes(it)));
