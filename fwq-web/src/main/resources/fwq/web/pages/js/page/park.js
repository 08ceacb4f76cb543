import { copy, part } from '../dom/build.js';
import { Pause } from './pause.js';
import { AlertDialog } from './alertdialog.js';
import { wireControls } from './controls.js';
import { drawLegend } from './legend.js';
import { Veil } from './veil.js';
import { CartList } from '../list/carts.js';
import { ListView } from '../list/list.js';
import { MapView } from '../map/map.js';
import { nearestCart } from '../park/carts.js';
import { doing } from '../park/status.js';
import { inUse, say, speak, text, write } from '../text/speak.js';
import { clock } from '../text/texts.js';

/**
 * The park: map and list of one picture, what I am doing, and all that I can do.
 * @param {import('../guest/guest.js').Guest} guest
 * @returns {import('../guest/guest.js').Page}
 */
export function park(guest) {
  const { visit } = guest;
  const element = copy('park');
  const of = (/** @type {string} */ name) => part(element, name);
  const pause = new Pause(visit);
  const walk = (/** @type {number | null} */ ride) => {
    pause.end();
    void visit.request('/app/walk', { ride });
  };
  const toCart = (/** @type {string | null} */ plate) => {
    pause.end();
    void visit.request('/app/walk', plate === null ? { ride: null } : { cart: plate });
  };
  const carts = wireCarts(guest, toCart);
  const map = new MapView(of('map'), { toRide: walk, toCart });
  const list = new ListView(of('list'), { walk, tell: (ride) => dialog.ask(ride) });
  const cartList = new CartList(of('carts'), { walk: toCart, report: carts.report });
  const dialog = new AlertDialog(guest);
  const veil = new Veil(of('frame'), guest);
  const controls = wireControls(element, guest, { pause, walk, tell: () => dialog.ask(null), draw: () => draw(), letters: { c: carts.nearest, '!': carts.report } });
  drawLegend(of('legend'));
  element.append(dialog.element);
  speak(element);
  let said = '';

  /** Says what is new, once. @param {string} news @param {string} words */
  function tell(news, words) {
    if (news !== said) {
      said = news;
      guest.announce(words);
    }
  }

  function draw() {
    const { frame, me } = pause;
    const fresh = visit.freshness;
    const trend = (/** @type {import('../types.js').Ride} */ ride) => visit.trends.of(ride);
    nameOf(of('title'), guest, frame);
    drawFacts(of, guest, frame, pause.is);
    controls.draw(me);
    veil.draw();
    const status = doing(me, frame?.rides ?? [], frame?.carts);
    say(of('doing'), ...status);
    // The steps that are left are no news; a ride that is reached, or another goal, is.
    tell(`${status[0]} ${status[1] ?? ''} ${fresh}`, veil.words() || text(...status));
    if (frame === null) {
      return;
    }
    element.classList.toggle('stale', fresh !== 'LIVE' && !pause.is);
    map.draw(frame, me, { myName: guest.profile?.shownAs ?? '', trend });
    element.classList.toggle('nocarts', !frame.carts);
    cartList.draw(frame, { here: me.position, target: me.cart ?? null, isLive: fresh === 'LIVE' || pause.is });
    const old = fresh === 'LIVE' || fresh === 'LOADING' || pause.is ? null : clock(frame.at, inUse(), visit.hello?.zone);
    list.draw(frame.rides, { here: me.position, heading: me.heading, canWalk: me.position !== null, trend, old });
    closedBanner(guest, frame);
  }
  if (visit.me.state === 'OUTSIDE') {
    void visit.enter(visit.park);
  }
  return { element, title: 'park.map', draw, left: () => controls.stop() };
}

/**
 * What the letters do about food carts; where nobody knows of any, that is said.
 * @param {import('../guest/guest.js').Guest} guest
 * @param {(plate: string) => void} walk
 */
function wireCarts({ visit, banners }, walk) {
  /** @param {'good' | 'info'} tone @param {string} key @param {...string} args */
  const tell = (tone, key, ...args) => banners.show({ kind: 'cart', tone, said: [key, ...args] });
  const nearest = () => {
    const carts = visit.frame?.carts;
    const cart = carts && visit.me.position !== null ? nearestCart(carts, visit.me.position) : null;
    if (cart) {
      walk(cart.plate);
    } else {
      tell('info', carts ? 'cart.allEmpty' : 'refused.NO_CARTS');
    }
  };
  const report = async () => {
    if (await visit.request('/app/report', {})) {
      tell('good', 'cart.reported');
    }
  };
  return { nearest, report: () => void report() };
}

/** The park by its name, or its number. @param {HTMLElement} title @param {import('../guest/guest.js').Guest} guest @param {import('../types.js').Frame | null} frame */
function nameOf(title, { profile, visit }, frame) {
  const name = frame?.name || visit.hello?.name || profile?.parks?.find((it) => it.id === visit.park)?.name;
  if (name) {
    delete title.dataset.t;
    write(title, name);
  } else {
    say(title, 'park', visit.park);
  }
}

/** @param {(name: string) => HTMLElement} of @param {import('../guest/guest.js').Guest} guest @param {import('../types.js').Frame | null} frame @param {boolean} paused */
function drawFacts(of, { visit }, frame, paused) {
  const fresh = visit.freshness;
  const key = paused ? 'park.paused' : { LIVE: 'park.live', LOADING: 'park.waiting', ENGINE_AWAY: 'park.notLive', OFFLINE: 'park.notLive' }[fresh];
  say(of('pulse'), key);
  of('pulse').dataset.fresh = paused ? 'PAUSED' : fresh;
  if (frame !== null) {
    say(of('inside'), 'park.inside', frame.inside, frame.capacity);
    say(of('asOf'), 'park.asOf', clock(frame.at, inUse(), visit.hello?.zone));
    of('until').hidden = frame.closesAt === undefined;
    if (frame.closesAt !== undefined) {
      say(of('until'), 'park.until', clock(frame.closesAt, inUse(), visit.hello?.zone, false));
    }
  }
}

/** @param {import('../guest/guest.js').Guest} guest @param {import('../types.js').Frame} frame */
function closedBanner({ banners, visit }, frame) {
  if (frame.open || visit.me.state === 'REFUSED') {
    banners.hide('closed');
  } else {
    const said = /** @type {[string, ...string[]]} */ (frame.reason ? ['park.closedWhy', frame.reason] : ['park.closed']);
    banners.show({ kind: 'closed', tone: 'info', said, silent: true });
  }
}
