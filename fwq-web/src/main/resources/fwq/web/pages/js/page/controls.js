import { html, part } from '../dom/build.js';
import { label, say } from '../text/speak.js';

const PAD = ['NW', 'N', 'NE', 'W', 'stop', 'E', 'SW', 'S', 'SE'];

/** @type {Record<string, string>} */
const KEYS = {
  ArrowUp: 'N', ArrowDown: 'S', ArrowLeft: 'W', ArrowRight: 'E', Home: 'NW', PageUp: 'NE', End: 'SW', PageDown: 'SE',
};

/** A key that is held down takes no more than eight steps a second. */
const STEP_MS = 125;

/**
 * Buttons for all, and letter keys while the map has the focus.
 * @param {HTMLElement} page
 * @param {import('../guest/guest.js').Guest} guest
 * @param {{pause: import('./pause.js').Pause, walk: (ride: number | null) => void, tell: () => void, draw: () => void,
 *     letters: Record<string, () => void>}} does letters: what more of them do
 */
export function wireControls(page, guest, does) {
  const { visit } = guest;
  const of = (/** @type {string} */ name) => part(page, name);
  const step = stepper(visit, does.pause);
  const toggle = () => {
    does.pause.end();
    void visit.request('/app/autopilot', { on: !visit.me.autopilot });
  };
  const pause = () => {
    does.pause.toggle();
    does.draw();
  };
  of('pad').append(...PAD.map((name) => padButton(name, () => (name === 'stop' ? does.walk(null) : step(name)))));
  of('autopilot').addEventListener('click', toggle);
  of('tell').addEventListener('click', does.tell);
  of('pause').addEventListener('click', pause);
  of('leave').addEventListener('click', () => void visit.leave());
  /** @type {Record<string, () => void>} */
  const letters = { a: toggle, p: pause, Escape: () => does.walk(null), ...does.letters };
  of('map').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) {
      return;
    }
    const direction = KEYS[event.key];
    const action = direction ? () => step(direction) : letters[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  /** @param {import('../types.js').Me} me */
  function draw(me) {
    const inside = me.position !== null;
    for (const button of of('pad').children) {
      button.disabled = !inside;
    }
    of('autopilot').disabled = !inside;
    of('tell').disabled = !inside;
    of('autopilot').setAttribute('aria-pressed', String(me.autopilot));
    of('pause').setAttribute('aria-pressed', String(does.pause.is));
    say(of('pause').lastElementChild, does.pause.is ? 'do.resume' : 'do.pause');
    const ride = visit.frame?.rides.find((it) => it.id === me.alert?.ride);
    if (me.alert && ride) {
      say(of('tellText'), 'alert.is', ride.name, me.alert.below);
    } else {
      say(of('tellText'), 'list.tell');
    }
    of('tell').classList.toggle('on', Boolean(me.alert && ride));
  }
  return { draw, stop: () => guest.banners.hide('closed') };
}

/** @param {string} name @param {() => void} run */
function padButton(name, run) {
  const button = html('button', { type: 'button' }, html('i', { class: `icon to ${name}` }));
  label(button, `do.${name}`);
  button.addEventListener('click', run);
  return button;
}

/**
 * One step is on its way at a time; while it is, the newest wish waits, and older ones are dropped.
 * @param {import('../guest/visit.js').Visit} visit
 * @param {import('./pause.js').Pause} pause
 */
function stepper(visit, pause) {
  /** @type {string | null} */
  let next = null;
  let busy = false;
  return async (/** @type {string} */ direction) => {
    if (visit.me.position === null) {
      return;
    }
    next = direction;
    pause.end();
    if (busy) {
      return;
    }
    busy = true;
    while (next !== null) {
      const now = next;
      next = null;
      const least = new Promise((resolve) => setTimeout(resolve, STEP_MS));
      await Promise.all([visit.request('/app/step', { direction: now }), least]);
    }
    busy = false;
  };
}

