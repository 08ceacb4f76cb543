import { copy, part } from '../dom/build.js';
import { faults } from '../dom/fields.js';
import { wire } from '../dom/form.js';
import { ask } from '../live/api.js';
import { speak, text } from '../text/speak.js';
import { account } from './account.js';

const NAMES = { name: 'name', email: 'email', shownAs: 'shownAs', current: 'current', password: 'newPassword', again: 'again' };

/**
 * The guest's own details, with a way back.
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {import('../guest/guest.js').Page}
 */
export function profile(guest) {
  const element = copy('profile');
  speak(element);
  const form = /** @type {HTMLFormElement} */ (element.querySelector('form'));
  const before = /** @type {import('../types.js').Profile} */ (guest.profile);
  for (const name of /** @type {const} */ (['name', 'email', 'shownAs'])) {
    /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = before[name] ?? '';
  }
  part(element, 'back').addEventListener('click', () => guest.go('menu'));
  const wired = wire({
    form,
    banners: guest.banners,
    check: (values) => check(values, before),
    send: async (values) => {
      const changed = changes(values, before);
      return Object.keys(changed).length === 0 ? null : { changed, answer: await ask('/app/profile', changed) };
    },
    done: async (it) => {
      if (it !== null) {
        guest.loggedIn(it.answer.alias ? it.answer : await ask('/app/me'));
      }
      const key = it === null ? 'banner.unchanged' : 'shownAs' in it.changed ? 'banner.changedMap' : 'banner.changed';
      guest.banners.show({ kind: 'profile', tone: it === null ? 'info' : 'good', said: [key], stays: true });
      guest.go('menu');
    },
    loggedOut: () => guest.loggedOut('banner.expired'),
  });
  const end = account(element, guest);
  const left = () => {
    wired.stop();
    end();
  };
  return { element, title: 'profile.title', left };
}

/**
 * Passwords are asked for only where one is to be changed, or the address.
 * @param {Record<string, string>} values
 * @param {import('../types.js').Profile} before
 */
function check(values, before) {
  const changing = values.password !== '' || values.again !== '';
  const asked = changing || values.email !== (before.email ?? '');
  const names = Object.fromEntries(Object.entries(NAMES).map(([field, key]) => [field, text(`field.${key}`)]));
  return faults(values, {
    optional: ['shownAs', ...(asked ? [] : ['current']), ...(changing ? [] : ['password', 'again'])],
    names,
  });
}

/**
 * What differs from before, as the server takes it.
 * @param {Record<string, string>} values
 * @param {import('../types.js').Profile} before
 * @returns {Record<string, string>}
 */
function changes({ current, password, again: _, ...values }, before) {
  const changed = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== (before[/** @type {'name'} */ (field)] ?? '')),
  );
  if (password === '' && changed.email === undefined) {
    return changed;
  }
  return { ...changed, current, ...(password === '' ? {} : { password }) };
}
