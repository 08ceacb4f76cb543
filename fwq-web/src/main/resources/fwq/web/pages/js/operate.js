import { Announcer } from './dom/announcer.js';
import { Banners } from './dom/banners.js';
import { wireChoices } from './dom/choices.js';
import { Operator } from './operate/operator.js';
import en from './text/operate.en.js';
import es from './text/operate.es.js';
import { begin, learn } from './text/speak.js';

/** The operators' page, wired. */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const query = new URLSearchParams(location.search);

learn({ en, es });
begin(query.get('lang'));
const announcer = new Announcer(byId('announcer'));
const operator = new Operator({
  main: byId('main'),
  who: byId('who'),
  banners: new Banners(byId('banners'), announcer.say),
  park: Number(query.get('park') ?? 0),
});
wireChoices(() => operator.redraw());
void operator.start();
