import { text } from '../text/speak.js';
import { beep, prepare } from './sound.js';

/** Tells a guest that a wait has fallen: by banner, title, sound, and a notification where allowed. */
export class Alarm {
  /** The page's title tells it until the page was looked at. */
  isRinging = false;
  #guest;
  /** @type {string | null} */
  #told = null;

  /** @param {import('./guest.js').Guest} guest */
  constructor(guest) {
    this.#guest = guest;
    const seen = () => this.#seen();
    window.addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    for (const name of ['pointerdown', 'keydown']) {
      document.addEventListener(name, () => this.#touched());
    }
  }

  /** The guest sets one, with a click: the moment at which a page may ask for sound and notifications. */
  prepare() {
    this.#told = null;
    prepare();
    if ('Notification' in window && Notification.permission === 'default') {
      void Notification.requestPermission();
    }
  }

  /** @param {import('../types.js').Alert | null} alert @param {import('../types.js').Ride[]} rides */
  heard(alert, rides) {
    const ride = rides.find((it) => it.id === alert?.ride);
    if (!alert?.fired || !ride) {
      this.#told = alert === null ? this.#told : null;
      return;
    }
    const key = JSON.stringify([alert.ride, alert.below]);
    if (key !== this.#told) {
      this.#told = key;
      this.#tell(ride, alert.wait ?? ride.wait ?? 0);
    }
  }

  /** @param {import('../types.js').Ride} ride @param {number} wait minutes */
  #tell(ride, wait) {
    const said = /** @type {[string, string, number]} */ (['banner.alert', ride.name, wait]);
    const action = { key: 'banner.walk', run: () => void this.#guest.visit.request('/app/walk', { ride: ride.id }) };
    this.#guest.banners.show({ kind: 'alert', tone: 'good', said, action });
    this.isRinging = true;
    document.title = `(!) ${text(...said)}`;
    beep();
    notify(text(...said));
  }

  /** After a reload a browser wants a new click before it allows a sound. */
  #touched() {
    this.#seen();
    if (this.#guest.visit.me.alert !== null) {
      prepare();
    }
  }

  #seen() {
    if (this.isRinging && document.visibilityState === 'visible') {
      this.isRinging = false;
      this.#guest.redraw();
    }
  }
}

/** @param {string} words */
function notify(words) {
  if ('Notification' in window && Notification.permission === 'granted') {
    try {
      new Notification(text('title'), { body: words, tag: 'fwq.alert' });
    } catch {
      // Some phones have notifications for service workers alone; banner, title and sound remain.
    }
  }
}
