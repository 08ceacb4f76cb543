import { html } from '../dom/build.js';
import { button } from '../dom/button.js';
import { refused } from '../guest/requests.js';
import { Refusal, ask } from '../live/api.js';
import { inUse, learn, say, text } from '../text/speak.js';
import en from '../text/trip.en.js';
import es from '../text/trip.es.js';
import { formOf, proposals, stepsOf } from '../trip/form.js';
import { listsOf } from '../trip/lists.js';
import { ADDRESSES, STEPS, before, isList, legOf, stepAt } from '../trip/plan.js';
import { partsOf } from '../trip/whole.js';

learn({ en, es });

/**
 * A trip, page by page. The plan is the server's, and its page stands in the address: the browser's
 * way back leads to the page before, and what was chosen is still there.
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {import('../guest/guest.js').Page}
 */
export function trip(guest) {
  const page = new TripPage(guest);
  void page.begin();
  return { element: page.element, title: 'trip.title', draw: () => page.draw(), turned: () => page.turned(), left: () => page.stop() };
}

class TripPage {
  element = html('div', { class: 'trip' });
  #guest;
  #language = inUse();
  /** @type {import('../types.js').Plan | null} */
  #plan = null;
  /** @type {ReturnType<typeof formOf> | null} */
  #form = null;

  /** @param {import('../guest/guest.js').Guest} guest */
  constructor(guest) {
    this.#guest = guest;
  }

  /** The page in the address, or where the plan is. */
  async begin() {
    const wanted = placeInAddress();
    const plan = await this.#ask(`/app/trip?park=${this.#guest.visit.park}`);
    if (plan && wanted !== '' && wanted !== ADDRESSES[plan.page]) {
      this.#plan = plan;
      await this.turned();
    } else if (plan) {
      this.#show(plan, 'replace');
    }
  }

  /** The address has changed: a link, or the browser's way back and forth. */
  async turned() {
    const wanted = placeInAddress();
    const step = stepAt(wanted);
    if (wanted === '' && this.#plan) {
      this.#show(this.#plan, 'replace');
    } else if (step === null) {
      this.#lost();
    } else if (step !== this.#plan?.page) {
      const plan = await this.#step('page', { page: step });
      // Who goes back twice at once wants the second page, whichever answer comes last.
      if (placeInAddress() === wanted) {
        this.#show(plan, 'stay');
      }
    }
  }

  /** Amounts and days are written anew in another language; what was typed stays. */
  draw() {
    if (this.#language !== inUse() && this.#plan) {
      const typed = [...this.element.querySelectorAll('input[name]')].map((it) => /** @type {HTMLInputElement} */ (it));
      for (const input of typed) {
        this.#plan.typed[input.name] = input.value;
      }
      this.#write(this.#plan);
    }
    this.#language = inUse();
  }

  stop() {
    this.#form?.stop();
    this.#guest.banners.hide('trip');
  }

  /**
   * One step of the plan.
   * @param {string} step
   * @param {Record<string, unknown>} [body]
   */
  async #step(step, body = {}) {
    return await this.#ask(`/app/trip/${step}`, { page: this.#plan?.page, ...body });
  }

  /** Asks, and says where that was refused. @param {string} path @param {object} [body] @returns {Promise<import('../types.js').Plan | null>} */
  async #ask(path, body) {
    try {
      return await ask(path, body);
    } catch (error) {
      this.#refused(error);
      return null;
    }
  }

  /** @param {unknown} error */
  #refused(error) {
    if (error instanceof Refusal && error.code === 'NOT_THERE') {
      this.#lost();
    } else {
      refused(this.#guest, error);
    }
  }

  /**
   * @param {import('../types.js').Plan | null} plan
   * @param {'push' | 'replace' | 'stay'} how the page gets into the address
   */
  #show(plan, how = 'push') {
    if (plan === null || !this.element.isConnected) {
      return;
    }
    const isSame = this.#plan?.page === plan.page && this.#form !== null;
    this.#plan = plan;
    this.#notice(plan);
    const address = `#trip/${ADDRESSES[plan.page]}`;
    if (how === 'replace') {
      history.replaceState(null, '', address);
    } else if (how === 'push' && location.hash !== address) {
      history.pushState(null, '', address);
    }
    if (isSame && Object.keys(plan.wrong).length > 0) {
      this.#form?.faults(plan);
      return;
    }
    this.#write(plan);
    this.element.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /** @param {import('../types.js').Plan} plan */
  #write(plan) {
    this.#form?.stop();
    this.#form = null;
    const title = html('h1', { tabindex: '-1' }, html('small'), html('span'));
    say(title.firstElementChild, 'trip.title');
    say(title.lastElementChild, `trip.head.${plan.page}`);
    this.element.replaceChildren(this.#back(plan), title, stepsOf(plan, STEPS, ADDRESSES), ...this.#content(plan), proposals(plan.towns));
    if (Object.keys(plan.wrong).length > 0) {
      /** @type {any} */ (this.#form)?.faults(plan);
    }
  }

  /** @param {import('../types.js').Plan} plan @returns {Node[]} */
  #content(plan) {
    if (plan.page === 'BOOKED') {
      return this.#booked(plan);
    }
    if (plan.page === 'WHOLE') {
      const form = this.#formOf(plan, 'trip.book', 'book');
      return [partsOf(plan, true), ...(plan.chosen.length > 0 ? [form] : [])];
    }
    if (isList(plan.page)) {
      const choose = async (/** @type {Record<string, string>} */ choices) => this.#show(await this.#step('choose', choices));
      const move = async (/** @type {number} */ list, /** @type {string} */ day) => this.#show(await this.#step('move', { list, day }));
      return [listsOf(plan, { choose: (it) => void choose(it), move: (list, day) => void move(list, day), more: [this.#skip(plan)] })];
    }
    return [this.#formOf(plan, 'trip.search', 'search', [this.#skip(plan)])];
  }

  /** @param {import('../types.js').Plan} plan @param {string} does @param {string} step @param {Node[]} [more] */
  #formOf(plan, does, step, more = []) {
    this.#form = formOf(plan, {
      button: does, guest: this.#guest, more,
      send: async (values) => {
        try {
          return await ask(`/app/trip/${step}`, { page: plan.page, ...values });
        } catch (error) {
          if (error instanceof Refusal && error.code === 'NOT_THERE') {
            this.#lost();
            return null;
          }
          throw error;
        }
      },
      done: (answer) => this.#show(answer),
    });
    return this.#form.element;
  }

  /** @param {import('../types.js').Plan} plan */
  #booked(plan) {
    const number = html('p', { class: 'hint' });
    say(number, 'trip.number', plan.trip);
    return [
      partsOf(plan, false), number,
      html('div', { class: 'row' }, button('trips.title', 'main', () => this.#guest.go('trips')), button('trip.another', '', () => void this.#anew())),
    ];
  }

  async #anew() {
    this.#show(await this.#ask(`/app/trip/new?park=${this.#guest.visit.park}`, {}));
  }

  /** @param {import('../types.js').Plan} plan */
  #skip(plan) {
    return button(`trip.skip.${legOf(plan.page)}`, '', async () => this.#show(await this.#step('skip')));
  }

  /** @param {import('../types.js').Plan} plan */
  #back(plan) {
    const earlier = before(plan.page, plan.open);
    return button('back', 'link', () => {
      if (earlier === null) {
        this.#guest.go('menu');
      } else {
        location.hash = `trip/${ADDRESSES[earlier]}`;
      }
    });
  }

  /** What the agency said. @param {import('../types.js').Plan} plan */
  #notice({ notice }) {
    const { banners } = this.#guest;
    if (!notice) {
      banners.hide('trip');
      return;
    }
    const leg = text(notice.leg ? `trip.leg.${notice.leg}` : 'trip.all');
    const known = `trip.notice.${notice.code}` in en ? notice.code : 'other';
    const why = notice.why ? text(`trip.why.${notice.why}`) : '';
    banners.show({ kind: 'trip', tone: 'bad', said: [`trip.notice.${known}`, leg, why] });
  }

  /** The page that a bad address gets. */
  #lost() {
    this.#form?.stop();
    this.#form = null;
    const title = html('h1', { tabindex: '-1' });
    say(title, 'trip.lost');
    const why = html('p');
    say(why, 'trip.lostWhy');
    const first = async () => this.#show((await this.#first()) ?? null);
    this.element.replaceChildren(button('back', 'link', () => this.#guest.go('menu')), title, why, html('div', { class: 'row' }, button('trip.lostDo', 'main', () => void first())));
    title.focus({ preventScroll: true });
  }

  /** The first page of the plan; of a new one where this one is booked. */
  async #first() {
    try {
      return await ask('/app/trip/page', { page: 'FLIGHT_FORM' });
    } catch (error) {
      if (!(error instanceof Refusal) || error.isLoggedOut) {
        this.#refused(error);
        return null;
      }
      return await this.#ask(`/app/trip/new?park=${this.#guest.visit.park}`, {});
    }
  }
}

/** What stands behind #trip/ in the address. */
const placeInAddress = () => location.hash.slice(1).split('/')[1] ?? '';
