import { Refusal, ask } from '../live/api.js';
import { has } from '../text/speak.js';

/**
 * Asks for something; says so where it is refused, and whether it was done.
 * @param {import('./guest.js').Guest} guest
 * @param {string} path
 * @param {object} body
 */
export async function request(guest, path, body) {
  try {
    await ask(path, body);
    guest.banners.hide('refused');
    return true;
  } catch (error) {
    refused(guest, error);
    return false;
  }
}

/**
 * Says why something was refused; a login that has ended leads back to the door.
 * @param {import('./guest.js').Guest} guest
 * @param {unknown} error
 */
export function refused(guest, error) {
  if (!(error instanceof Refusal)) {
    throw error;
  }
  if (error.isLoggedOut) {
    guest.loggedOut('banner.expired');
    return;
  }
  const kind = has(`refused.${error.code}`) ? error.code : error.status === 0 ? 'AWAY' : 'other';
  guest.banners.show({ kind: 'refused', tone: 'bad', said: [`refused.${kind}`, error.retryAfter ?? 1] });
}
