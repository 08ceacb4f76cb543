import { html } from '../dom/build.js';
import { button } from '../dom/button.js';
import { refused } from '../guest/requests.js';
import { ask } from '../live/api.js';
import { inUse, say } from '../text/speak.js';
import { day, described, money, wordsOf } from '../trip/words.js';

/**
 * The trips that the guest has booked: how they stand, what is in them, and giving one back.
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {import('../guest/guest.js').Page}
 */
export function trips(guest) {
  const title = html('h1', { tabindex: '-1' });
  say(title, 'trips.title');
  const list = html('ul', { class: 'owntrips' });
  const none = html('p', { class: 'empty' });
  say(none, 'loading');
  const element = html('div', { class: 'trip' }, button('back', 'link', () => guest.go('menu')), title, none, list);
  let language = inUse();

  async function load() {
    try {
      const found = /** @type {import('../types.js').OwnTrip[]} */ ((await ask('/app/trips')).trips);
      list.replaceChildren(...found.map((it) => tripOf(it, guest, () => void load())));
      none.hidden = found.length > 0;
      say(none, 'trips.none');
    } catch (error) {
      none.hidden = true;
      refused(guest, error);
    }
  }
  const draw = () => {
    if (language !== inUse()) {
      language = inUse();
      void load();
    }
  };
  void load();
  return { element, title: 'trips.title', draw };
}

/** @param {import('../types.js').OwnTrip} trip @param {import('../guest/guest.js').Guest} guest @param {() => void} again */
function tripOf(trip, guest, again) {
  const title = html('h2');
  if (trip.day) {
    title.textContent = day(trip.day);
  } else {
    say(title, 'trips.noDay');
  }
  const state = html('span', { class: `state ${trip.state}` });
  say(state, `trip.state.${trip.state}`);
  const price = html('b');
  price.textContent = money(trip.total, trip.currency);
  const parts = html('ul', { class: 'partslist' });
  const inside = /** @type {HTMLDetailsElement} */ (html('details', {}, html('summary'), parts));
  say(inside.firstElementChild, 'trips.show');
  inside.addEventListener('toggle', () => inside.open && void show(trip, parts, guest));
  const element = html('li', { class: 'card' }, html('p', { class: 'line' }, state, price), inside);
  element.prepend(title);
  if (trip.state === 'BOOKED') {
    element.append(cancelling(trip, guest, again));
  }
  return element;
}

/** @param {import('../types.js').OwnTrip} trip @param {HTMLElement} parts @param {import('../guest/guest.js').Guest} guest */
async function show(trip, parts, guest) {
  try {
    const answer = await ask(`/app/trips/${trip.trip}`);
    parts.replaceChildren(
      ...answer.parts.map((/** @type {{quantity: number, service: import('../types.js').Service}} */ { quantity, service }) => {
        const many = html('span', { class: 'many' });
        say(many, 'trip.many', quantity);
        return html('li', {}, many, described(wordsOf(service, answer.towns)));
      }),
    );
  } catch (error) {
    refused(guest, error);
  }
}

/** Nobody gives a trip back by a slip of the hand. @param {import('../types.js').OwnTrip} trip @param {import('../guest/guest.js').Guest} guest @param {() => void} again */
function cancelling(trip, guest, again) {
  const row = html('div', { class: 'row' });
  const first = button('trips.cancel', '', () => {
    row.replaceChildren(sure, keep);
    sure.focus();
  });
  const keep = button('trips.keep', '', () => {
    row.replaceChildren(first);
    first.focus();
  });
  const sure = button('trips.sure', 'main', async () => {
    try {
      const { state } = await ask('/app/trips/cancel', { trip: trip.trip });
      const done = state === 'CANCELLED';
      guest.banners.show({ kind: 'trip', tone: done ? 'good' : 'info', said: [done ? 'trips.cancelled' : 'trips.goesOn'] });
      again();
    } catch (error) {
      refused(guest, error);
    }
  });
  row.append(first);
  return row;
}
