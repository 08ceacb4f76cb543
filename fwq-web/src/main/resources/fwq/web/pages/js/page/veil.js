import { html } from '../dom/build.js';
import { inUse, say, text } from '../text/speak.js';
import { clock, dayClock } from '../text/texts.js';

/**
 * Why the park is closed, and when it opens, as far as its operators say.
 * @param {import('../types.js').Frame} frame
 * @returns {[string, ...(string | number)[]]}
 */
export function closedWords({ reason, opensAt, zone }) {
  const opens = opensAt === undefined ? null : dayClock(opensAt, inUse(), zone);
  if (opens !== null) {
    return reason ? ['closed.whyOpens', reason, opens] : ['closed.opens', opens];
  }
  return reason ? ['closed.why', reason] : ['veil.closedWhy'];
}

/**
 * Lies over the map when it is not live, or not mine to walk in, and says why.
 * @typedef {{title: string, why: [string, ...(string | number)[]], action?: {key: string, run: () => void}, thin?: boolean}} Reason
 */
export class Veil {
  #guest;
  #title = html('h3');
  #why = html('p');
  #action = html('button', { type: 'button', class: 'main' });
  #element = html('div', { class: 'veil' }, html('div', { class: 'reason' }, this.#title, this.#why, this.#action));
  /** @type {Reason | null} */
  #reason = null;

  /** @param {HTMLElement} root @param {import('../guest/guest.js').Guest} guest */
  constructor(root, guest) {
    this.#guest = guest;
    this.#action.addEventListener('click', () => this.#reason?.action?.run());
    root.append(this.#element);
  }

  draw() {
    this.#reason = this.#reasonNow();
    this.#element.hidden = this.#reason === null;
    if (this.#reason !== null) {
      const { title, why, action } = this.#reason;
      say(this.#title, title);
      say(this.#why, ...why);
      this.#action.hidden = action === undefined;
      say(this.#action, action?.key ?? 'close');
    }
  }

  /** What it says, as one sentence. */
  words() {
    return this.#reason === null ? '' : `${text(this.#reason.title)}. ${text(...this.#reason.why)}`;
  }

  /** @returns {Reason | null} */
  #reasonNow() {
    const { visit } = this.#guest;
    const { freshness, away, frame, me, hello } = visit;
    if (freshness === 'OFFLINE') {
      return { title: 'veil.offline', why: ['veil.offlineWhy'] };
    }
    if (freshness === 'ENGINE_AWAY') {
      const since = away?.since ?? (away ? null : frame?.at ?? null);
      const why = since === null ? ['veil.engineWhyNow'] : ['veil.engineWhy', clock(since, inUse(), hello?.zone)];
      return { title: 'veil.engine', why: /** @type {Reason['why']} */ (why) };
    }
    if (frame === null) {
      return { title: 'veil.loading', why: ['status.entering'] };
    }
    if (me.state === 'REFUSED') {
      return me.reason === 'CLOSED'
        ? { title: 'veil.closed', why: closedWords(frame) }
        : { title: 'veil.full', why: ['veil.fullWhy', frame.inside, frame.capacity] };
    }
    if (me.state === 'GONE') {
      const action = { key: 'do.enterAgain', run: () => void visit.enter(visit.park) };
      return { title: 'veil.gone', why: [me.reason === 'SILENT' ? 'veil.goneWhy' : 'status.gone'], action };
    }
    return null;
  }
}
