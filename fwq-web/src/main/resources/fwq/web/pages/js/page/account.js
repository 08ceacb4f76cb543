import { html, part } from '../dom/build.js';
import { faults } from '../dom/fields.js';
import { wire } from '../dom/form.js';
import { refused } from '../guest/requests.js';
import { ask } from '../live/api.js';
import { inUse, label, say, text } from '../text/speak.js';

/**
 * @typedef {{issuedAt: number, address: string, yours?: boolean}} Login one that has not ended
 */

/**
 * The part of the profile that is about the account as a whole: its logins, its end.
 * @param {HTMLElement} element
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {() => void} what ends it
 */
export function account(element, guest) {
  const list = part(element, 'logins');
  const show = async (/** @type {Promise<{sessions: Login[]}>} */ asked) => {
    try {
      const { sessions } = await asked;
      list.replaceChildren(...sessions.map((it) => row(it, () => void show(ask('/app/sessions/end', { issuedAt: it.issuedAt })))));
    } catch (error) {
      refused(guest, error);
    }
  };
  void show(ask('/app/sessions'));
  const wired = wire({
    form: /** @type {HTMLFormElement} */ (element.querySelector('#delete-form')),
    banners: guest.banners,
    check: (values) => faults(values, { unchecked: ['current'], names: { current: text('field.current') } }),
    send: ({ current }) => ask('/app/account/delete', { current }),
    done: () => guest.loggedOut('banner.deleted'),
    loggedOut: () => guest.loggedOut('banner.expired'),
  });
  return () => wired.stop();
}

/** @param {Login} login @param {() => void} end */
function row({ issuedAt, address, yours }, end) {
  const since = new Date(issuedAt).toLocaleString(inUse(), { dateStyle: 'medium', timeStyle: 'short' });
  const which = html('span');
  say(which, 'account.login', since, address);
  const button = html(yours ? 'small' : 'button', yours ? {} : { type: 'button', class: 'link' });
  say(button, yours ? 'account.this' : 'account.endLogin');
  if (!yours) {
    label(button, 'account.endThat', since, address);
    button.addEventListener('click', end);
  }
  return html('li', {}, which, document.createTextNode(' '), button);
}
