import { copy, html, part } from '../dom/build.js';
import { refused } from '../guest/requests.js';
import { Refusal, ask } from '../live/api.js';
import { say, speak, text } from '../text/speak.js';

/**
 * "What do you want to do?" It needs no engine.
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {import('../guest/guest.js').Page}
 */
export function menu(guest) {
  const element = copy('menu');
  speak(element);
  const profile = /** @type {import('../types.js').Profile} */ (guest.profile);
  const choice = /** @type {HTMLSelectElement} */ (part(element, 'choice'));
  const parks = profile.parks ?? [];
  part(element, 'parks').hidden = parks.length < 2;
  for (const name of /** @type {const} */ (['trip', 'trips'])) {
    part(element, `${name}Item`).hidden = !profile.trips;
    part(element, name).addEventListener('click', () => guest.go(name));
  }
  choice.append(...parks.map(({ id, name }) => option(id, name)));
  choice.value = String(guest.visit.park);
  part(element, 'profile').addEventListener('click', () => guest.go('profile'));
  part(element, 'logout').addEventListener('click', () => void logout(guest));
  part(element, 'enter').addEventListener('click', () => {
    if (!guest.visit.isInside) {
      void guest.visit.enter(parks.length < 2 ? guest.visit.park : Number(choice.value));
    }
    guest.go('park');
  });
  const draw = () => {
    const inside = guest.visit.isInside;
    say(part(element, 'greeting'), 'menu.greeting', profile.name || profile.alias);
    say(part(element, 'enterText'), inside ? 'menu.again' : 'menu.enter');
    choice.disabled = inside;
  };
  return { element, title: 'menu.title', draw };
}

/** @param {number} id @param {string} name */
function option(id, name) {
  const element = html('option', { value: String(id) });
  element.textContent = name || text('park', id);
  return element;
}

/** @param {import('../guest/guest.js').Guest} guest */
async function logout(guest) {
  try {
    await ask('/app/logout', {});
  } catch (error) {
    if (!(error instanceof Refusal && error.isLoggedOut)) {
      refused(guest, error);
      return;
    }
  }
  guest.loggedOut('banner.loggedOut');
}
