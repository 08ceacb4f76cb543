import { columnOf, rowOf, steps } from './torus.js';
import { waitOf } from './waits.js';

/**
 * What a guest is doing, as a text's key and what goes into its gaps.
 * @typedef {[string, ...(string | number)[]]} Said
 * @typedef {import('../types.js').Ride} Ride
 */

/** Where guests come in. */
const GATE = 0;

/**
 * @param {import('../types.js').Me} me
 * @param {Ride[]} rides
 * @param {import('../types.js').Cart[]} [carts]
 * @returns {Said}
 */
export function doing(me, rides, carts = []) {
  switch (me.state) {
    case 'OUTSIDE':
      return ['status.outside'];
    case 'ENTERING':
      return [me.reason === 'UNANSWERED' ? 'status.unanswered' : 'status.entering'];
    case 'REFUSED':
      return [me.reason === 'CLOSED' ? 'status.refusedClosed' : 'status.full'];
    case 'GONE':
      return [me.reason === 'SILENT' ? 'status.silent' : 'status.gone'];
    case 'RIDING':
    case 'INSIDE':
      return inside(me, rides, carts);
  }
}

/** @param {import('../types.js').Me} me @param {Ride[]} rides @param {import('../types.js').Cart[]} carts @returns {Said} */
function inside(me, rides, carts) {
  const target = rides.find((ride) => ride.id === me.heading);
  if (me.state === 'RIDING') {
    return target ? ['status.riding', target.name] : ['status.ridingSome'];
  }
  if (target && me.position !== null) {
    return heading(me.position, target);
  }
  const cart = carts.find(({ plate }) => plate === me.cart);
  if (cart && me.position !== null) {
    const left = steps(me.position, cart.position);
    return left === 0 ? ['cart.at', cart.plate] : ['cart.walking', cart.plate, left];
  }
  if (me.autopilot) {
    return ['status.looking'];
  }
  const here = rides.find((ride) => ride.position === me.position);
  if (here) {
    return ['status.at', here.name];
  }
  if (me.position === null) {
    return ['status.inside'];
  }
  return me.position === GATE
    ? ['status.gate']
    : ['status.place', rowOf(me.position) + 1, columnOf(me.position) + 1];
}

/** @param {number} position @param {Ride} target @returns {Said} */
function heading(position, target) {
  const left = steps(position, target.position);
  const wait = waitOf(target);
  if (left === 0) {
    return wait === null ? ['status.waitingUnknown', target.name] : ['status.waiting', target.name, wait];
  }
  return wait === null
    ? ['status.walkingUnknown', target.name, left]
    : ['status.walking', target.name, left, left + wait];
}
