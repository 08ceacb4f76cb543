import { Announcer } from './dom/announcer.js';
import { Banners } from './dom/banners.js';
import { wireChoices } from './dom/choices.js';
import { Guest } from './guest/guest.js';
import { door } from './page/door.js';
import { menu } from './page/menu.js';
import { park } from './page/park.js';
import { profile } from './page/profile.js';
import { trip } from './page/trip.js';
import { trips } from './page/trips.js';
import { begin } from './text/speak.js';

/** The guests' pages, wired: one guest, one stream, one page at a time. */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

begin(new URLSearchParams(location.search).get('lang'));
const announcer = new Announcer(byId('announcer'));
const guest = new Guest({
  main: byId('main'),
  who: byId('who'),
  banners: new Banners(byId('banners'), announcer.say),
  announce: announcer.say,
  pages: { door, menu, profile, park, trip, trips },
});
wireChoices(() => guest.redraw());
void guest.start();
