import { Refusal, ask } from '../live/api.js';
import { LiveStream } from '../live/stream.js';
import { Trends } from '../park/trends.js';
import { Alarm } from './alarm.js';
import { goalOf } from './goal.js';
import { refused, request } from './requests.js';

/** While refused one asks again so often. */
const AGAIN_MS = 5_000;

/** A stream that ends twice within so long has ended, whatever else is said. */
const ENDS_MS = 10_000;

/** @type {import('../types.js').Me} */
const OUTSIDE = Object.freeze({
  state: 'OUTSIDE', position: null, heading: null, cart: null, path: null, autopilot: false, alert: null, reason: null,
});

/** The guest's visit: what the stream tells of the park and of me, and what I ask for. */
export class Visit {
  me = OUTSIDE;
  park = 0;
  trends = new Trends();
  alarm;
  /** @type {import('../types.js').Frame | null} */
  frame = null;
  /** @type {import('../types.js').Hello | null} */
  hello = null;
  /** Whether this page wants to be inside, so that it asks again after a refusal. */
  #wants = false;
  /** What I was about to do when I was inside last: another server does not know. @type {[string, object][]} */
  #goal = [];
  #askedAt = -Infinity;
  #endedAt = -Infinity;
  /** @type {import('../live/freshness.js').Freshness} */
  #said = 'LOADING';
  #guest;
  #stream = new LiveStream({
    url: () => `/app/stream?park=${this.park}`,
    heard: (name, data) => this.#heard(name, data),
    ticked: (freshness) => this.#ticked(freshness),
    mayReopen: () => this.#mayReopen(),
  });

  /** @param {import('./guest.js').Guest} guest */
  constructor(guest) {
    this.#guest = guest;
    this.alarm = new Alarm(guest);
  }

  get freshness() {
    return this.#stream.freshness;
  }

  get away() {
    return this.#stream.away;
  }

  get isInside() {
    return this.me.state !== 'OUTSIDE' && this.me.state !== 'GONE';
  }

  /** @param {import('../types.js').Profile} profile */
  begin(profile) {
    const wished = Number(new URLSearchParams(location.search).get('park') ?? NaN);
    const isNew = this.hello === null;
    this.me = { ...OUTSIDE, ...pick(profile) };
    this.park = this.isInside || Number.isNaN(wished) ? (profile.park ?? 0) : wished;
    if (isNew) {
      this.#stream.open();
    }
  }

  /** Nobody is logged in any more. */
  end() {
    this.#wants = false;
    this.#goal = [];
    this.#stream.close();
    this.me = OUTSIDE;
    this.frame = null;
    this.hello = null;
  }

  /** @param {number} park */
  async enter(park) {
    this.#wants = true;
    if (park !== this.park || this.hello === null) {
      this.park = park;
      this.frame = null;
      this.trends = new Trends();
      this.#stream.open();
    }
    if (this.me.state === 'OUTSIDE' || this.me.state === 'GONE') {
      this.me = { ...OUTSIDE, state: 'ENTERING' };
    }
    await this.#askToEnter();
  }

  async leave() {
    this.#wants = false;
    this.#goal = [];
    await this.request('/app/leave', {});
    this.me = OUTSIDE;
    this.#guest.left();
  }

  /** Asks for something inside the park. @param {string} path @param {object} body */
  async request(path, body) {
    return await request(this.#guest, path, body);
  }

  async #askToEnter() {
    this.#askedAt = performance.now();
    try {
      await ask('/app/enter', { park: this.park });
    } catch (error) {
      const byItself = error instanceof Refusal && (error.status === 503 || error.isAway);
      if (!byItself) {
        refused(this.#guest, error);
      }
    }
  }

  /** @param {string} name @param {any} data */
  #heard(name, data) {
    if (name === 'hello') {
      this.hello = data;
      this.#guest.newBuild(data.build);
    } else if (name === 'frame') {
      this.frame = data;
      if (this.hello && data.zone) {
        this.hello.zone = data.zone;
      }
      this.trends.saw(data.rides, performance.now());
    } else if (name === 'me') {
      this.#heardMe({ ...OUTSIDE, ...data });
    } else if (name === 'end') {
      void this.#ended(data.reason);
      return;
    }
    this.#guest.redraw();
  }

  /** @param {import('../types.js').Me} me */
  #heardMe(me) {
    const wasInside = this.me.position !== null;
    this.me = me;
    this.alarm.heard(me.alert, this.frame?.rides ?? []);
    if (me.position !== null) {
      this.#wants = true;
      if (!wasInside) {
        this.#guest.banners.hide('refused');
        void this.#goOn();
      }
      this.#goal = goalOf(me);
    } else if (me.state === 'GONE') {
      this.#goal = [];
    } else if (wasInside && me.reason === 'LEFT') {
      this.#wants = false;
      this.#goal = [];
      this.#guest.left();
    } else if (wasInside && me.state === 'OUTSIDE' && this.#wants) {
      // A server that was started anew knows nothing of me yet.
      this.me = { ...OUTSIDE, state: 'ENTERING' };
      void this.#askToEnter();
    }
  }

  /** Inside again, at a server that knew nothing of me: on to where I was going. */
  async #goOn() {
    for (const [path, body] of this.#goal) {
      await this.request(path, body);
    }
  }

  /** @param {import('../live/freshness.js').Freshness} freshness */
  #ticked(freshness) {
    const outside = this.me.position === null && this.me.state !== 'GONE';
    if (this.#wants && outside && performance.now() - this.#askedAt >= AGAIN_MS) {
      void this.#askToEnter();
    }
    if (freshness !== this.#said) {
      this.#said = freshness;
      this.#guest.redraw();
    }
  }

  /** @param {string} reason */
  async #ended(reason) {
    if (reason === 'CLOSED') {
      return;
    }
    this.#stream.close();
    this.hello = null;
    // A new password ends the streams of the login before it, and this page may have the new one.
    const again = performance.now() - this.#endedAt < ENDS_MS;
    this.#endedAt = performance.now();
    if (reason !== 'ELSEWHERE' && !again && (await this.#isLoggedIn())) {
      this.#stream.open();
      return;
    }
    this.#wants = false;
    if (reason === 'ELSEWHERE') {
      this.me = OUTSIDE;
      this.#guest.go('menu');
      const action = { key: 'banner.here', run: () => this.#here() };
      this.#guest.banners.show({ kind: 'elsewhere', tone: 'info', said: ['banner.elsewhere'], action });
    } else {
      this.#guest.loggedOut(reason === 'LOGOUT' ? 'banner.loggedOut' : 'banner.expired');
    }
  }

  #here() {
    void this.enter(this.park);
    this.#guest.go('park');
  }

  /** After an error a stream cannot say whether the login has ended; /app/me can. */
  async #mayReopen() {
    const may = await this.#isLoggedIn();
    if (!may) {
      this.#guest.loggedOut('banner.expired');
    }
    return may;
  }

  /** Whether nobody says that the login has ended. */
  async #isLoggedIn() {
    try {
      await ask('/app/me');
    } catch (error) {
      return !(error instanceof Refusal && error.isLoggedOut);
    }
    return true;
  }
}

/** What a profile says of me in the park. @param {import('../types.js').Profile & Partial<import('../types.js').Me>} it */
const pick = ({ state = 'OUTSIDE', position = null, heading = null, cart = null, autopilot = false, alert = null, reason = null }) => ({
  state, position, heading, cart, autopilot, alert, reason,
});
