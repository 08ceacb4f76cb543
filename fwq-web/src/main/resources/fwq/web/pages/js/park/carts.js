import { steps } from './torus.js';

/**
 * Food carts: which is nearest, and beside which ride one stands. Pure.
 * @typedef {import('../types.js').Cart} Cart
 */

/** The carts as a guest there would list them: the nearest first, and by their plates without a place. @param {Cart[]} carts @param {number | null} here */
export const byWay = (carts, here) =>
  [...carts].sort((a, b) => (here === null ? 0 : steps(here, a.position) - steps(here, b.position)) || (a.plate < b.plate ? -1 : 1));

/** The nearest that has something to sell. @param {Cart[]} carts @param {number} here */
export const nearestCart = (carts, here) => byWay(carts, here).find((cart) => cart.stock > 0) ?? null;

/** The ride that a cart stands nearest to. @param {Cart} cart @param {import('../types.js').Ride[]} rides */
export const rideBeside = (cart, rides) =>
  rides.reduce(
    (best, ride) => (best === null || steps(cart.position, ride.position) < steps(cart.position, best.position) ? ride : best),
    /** @type {import('../types.js').Ride | null} */ (null),
  );
