/**
 * What a guest is about to do, as requests that bring it about at a server that knows nothing of it
 * yet. Pure.
 * @param {import('../types.js').Me} me
 * @returns {[string, object][]}
 */
export function goalOf({ autopilot, cart, heading, alert }) {
  /** @type {[string, object][]} */
  const feet = autopilot
    ? [['/app/autopilot', { on: true }]]
    : cart
      ? [['/app/walk', { cart }]]
      : heading === null
        ? []
        : [['/app/walk', { ride: heading }]];
  return alert && !alert.fired ? [...feet, ['/app/alert', { ride: alert.ride, below: alert.below }]] : feet;
}
