import { copy } from '../dom/build.js';
import { faults } from '../dom/fields.js';
import { wire } from '../dom/form.js';
import { ask } from '../live/api.js';
import { speak, text } from '../text/speak.js';

const NAMES = ['alias', 'name', 'email', 'password', 'again'];

/** Each field's name for people. */
const names = () => Object.fromEntries(NAMES.map((it) => [it, text(`field.${it}`)]));

/**
 * Logging in beside creating an account.
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {import('../guest/guest.js').Page}
 */
export function door(guest) {
  const element = copy('door');
  speak(element);
  const [login, register] = element.querySelectorAll('form');
  const { banners } = guest;
  const loggedOut = () => guest.loggedOut('banner.expired');
  const forms = [
    wire({
      form: login,
      banners,
      // What is wrong with a username or password here is only that nobody has them.
      check: (values) => faults(values, { unchecked: ['alias', 'password'], names: names() }),
      send: async (values) => await profileFrom('/app/login', values),
      done: (profile) => enter(guest, profile),
      loggedOut,
    }),
    wire({
      form: register,
      banners,
      check: (values) => faults(values, { names: names() }),
      send: async ({ again: _, ...values }) => await profileFrom('/app/register', values),
      done: (profile) => {
        const said = /** @type {[string, string]} */ (['banner.created', profile.name || profile.alias]);
        banners.show({ kind: 'profile', tone: 'good', said, stays: true });
        enter(guest, profile);
      },
      loggedOut,
    }),
  ];
  return { element, title: 'login.title', left: () => forms.forEach((form) => form.stop()) };
}

/** @param {string} path @param {object} values @returns {Promise<import('../types.js').Profile>} */
async function profileFrom(path, values) {
  const answer = await ask(path, values);
  return answer.alias ? answer : await ask('/app/me');
}

/** @param {import('../guest/guest.js').Guest} guest @param {import('../types.js').Profile} profile */
function enter(guest, profile) {
  guest.banners.hide('login');
  guest.loggedIn(profile);
  guest.go(guest.visit.isInside ? 'park' : 'menu');
}
