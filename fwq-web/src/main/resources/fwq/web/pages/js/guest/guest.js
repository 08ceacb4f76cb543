import { Refusal, ask } from '../live/api.js';
import { pauseMs } from '../live/backoff.js';
import { isOther, reload } from '../live/build.js';
import { inUse, text } from '../text/speak.js';
import { clock } from '../text/texts.js';
import { Visit } from './visit.js';

/** So long before its end a guest is told that the login ends. */
const WARNING_MS = 10 * 60_000;

/** A browser's timer cannot wait longer. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/**
 * One page: its element, and what it does when something is heard.
 * @typedef {object} Page
 * @property {HTMLElement} element
 * @property {string} title a text's key
 * @property {() => void} [draw] the picture, my state, or the language changed
 * @property {() => void} [left] another page is shown
 * @property {() => void} [turned] what stands behind the page's name in the address has changed
 *
 * @typedef {'door' | 'menu' | 'profile' | 'park' | 'trip' | 'trips'} Name
 *
 * @typedef {object} Parts
 * @property {HTMLElement} main
 * @property {HTMLElement} who
 * @property {import('../dom/banners.js').Banners} banners
 * @property {(text: string) => void} announce
 * @property {Record<Name, (guest: Guest) => Page>} pages
 */

/** Who is logged in, which page is shown, and what becomes of both. */
export class Guest {
  /** @type {import('../types.js').Profile | null} */
  profile = null;
  visit = new Visit(this);
  #parts;
  /** @type {Page | null} */
  #page = null;
  /** @type {Name | null} */
  #name = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #warning;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get banners() {
    return this.#parts.banners;
  }

  /** @param {string} words for the status line */
  announce(words) {
    this.#parts.announce(words);
  }

  /** Finds out who is here, however long that takes, and shows the page for it. */
  async start() {
    window.addEventListener('hashchange', () => this.#showAddress());
    document.addEventListener('visibilitychange', () => this.redraw());
    for (let failures = 0; ; failures++) {
      try {
        this.loggedIn(await ask('/app/me'));
        this.go(this.visit.isInside ? 'park' : this.#nameInAddress() ?? 'menu');
        return;
      } catch (error) {
        if (!(error instanceof Refusal)) {
          throw error;
        }
        if (error.isLoggedOut) {
          this.go('door');
          return;
        }
        const key = error.code === 'REGISTRY_AWAY' ? 'away.registryMe' : 'refused.AWAY';
        this.banners.show({ kind: 'start', tone: 'bad', said: [key], silent: failures > 0 });
        await new Promise((resolve) => setTimeout(resolve, pauseMs(failures + 1, Math.random())));
      }
    }
  }

  /** @param {import('../types.js').Profile} profile as /app/me gives it */
  loggedIn(profile) {
    this.profile = profile;
    this.banners.hide('start');
    const { who } = this.#parts;
    who.textContent = profile.name || profile.alias;
    who.dir = 'auto';
    this.visit.begin(profile);
    this.#warn(profile.expiresAt);
  }

  /** The login ends: that is told 10 min before. @param {number | undefined} expiresAt */
  #warn(expiresAt) {
    clearTimeout(this.#warning);
    const inMs = Math.max(0, (expiresAt ?? Infinity) - Date.now() - WARNING_MS);
    if (inMs <= TIMER_MS_MAX) {
      const said = /** @type {[string, string]} */ (['banner.expiring', clock(Number(expiresAt), inUse(), undefined, false)]);
      this.#warning = setTimeout(() => this.banners.show({ kind: 'login', tone: 'info', said, stays: true }), inMs);
    }
  }

  /** The login has ended. @param {string} key a text that says why */
  loggedOut(key) {
    this.profile = null;
    clearTimeout(this.#warning);
    this.#parts.who.textContent = '';
    this.visit.end();
    this.banners.show({ kind: 'login', tone: key === 'banner.loggedOut' ? 'good' : 'info', said: [key], stays: true });
    this.go('door');
  }

  /** The guest is outside again, by this page's wish or another's. */
  left() {
    if (this.profile !== null && this.#name === 'park') {
      this.banners.show({ kind: 'left', tone: 'good', said: ['banner.left'], stays: true });
      this.go('menu');
    }
  }

  /** @param {Name} name */
  go(name) {
    if (nameInAddress() !== name && name !== 'door') {
      history.pushState(null, '', `#${name}`);
    } else if (name === 'door') {
      history.replaceState(null, '', location.pathname + location.search);
    }
    this.#show(name);
  }

  /** The picture, my state, or the language changed. Nothing is drawn that nobody sees. */
  redraw() {
    if (document.visibilityState === 'hidden') {
      return;
    }
    this.#page?.draw?.();
    this.#entitle();
  }

  /** The server has other pages. @param {string} build */
  newBuild(build) {
    if (isOther(build) && this.#name === 'menu') {
      reload();
    } else if (isOther(build)) {
      const action = { key: 'banner.reload', run: reload };
      this.banners.show({ kind: 'build', tone: 'info', said: ['banner.newBuild'], action, stays: true });
    }
  }

  #nameInAddress() {
    const name = nameInAddress();
    return name !== 'park' && this.#has(name) ? name : null;
  }

  /** Whether there is such a page for somebody who is logged in. @param {string} name @returns {name is Name} */
  #has(name) {
    const isTrip = name === 'trip' || name === 'trips';
    return Object.hasOwn(this.#parts.pages, name) && name !== 'door' && (!isTrip || this.profile?.trips === true);
  }

  /** The browser's own back and forward. */
  #showAddress() {
    const name = nameInAddress();
    if (this.profile !== null && this.#has(name)) {
      this.#show(name);
    }
  }

  /** @param {Name} name */
  #show(name) {
    if (name === this.#name) {
      this.#page?.turned?.();
      return;
    }
    this.#page?.left?.();
    this.banners.turn();
    this.#name = name;
    this.#page = this.#parts.pages[name](this);
    this.#parts.main.replaceChildren(this.#page.element);
    document.body.dataset.page = name;
    this.redraw();
    scrollTo(0, 0);
    const heading = this.#page.element.querySelector('h1');
    heading?.focus({ preventScroll: true });
  }

  #entitle() {
    const page = this.#page;
    if (page && !this.visit.alarm.isRinging) {
      document.title = `${text(page.title)} · ${text('title')}`;
    }
  }
}

/** The page that the address names; a page may have places of its own behind that, as #trip/hotel. */
const nameInAddress = () => location.hash.slice(1).split('/')[0];
