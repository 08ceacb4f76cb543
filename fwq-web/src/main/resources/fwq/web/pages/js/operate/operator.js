import { Refusal, ask } from '../live/api.js';
import { has, text } from '../text/speak.js';
import { Desk } from './desk.js';
import { entrance } from './entrance.js';
import { Idleness } from './idleness.js';

const LOOK_MS = 2_000;
const AUDIT_MS = 20_000;

/**
 * Who is logged in, and what the page shows of the park: looked at every 2 s while somebody sees it.
 * @typedef {object} Parts
 * @property {HTMLElement} main
 * @property {HTMLElement} who
 * @property {import('../dom/banners.js').Banners} banners
 * @property {number} park
 */
export class Operator {
  #parts;
  /** @type {Desk | null} */
  #desk = null;
  #idleness = new Idleness(() => this.say({ word: 'present' }, true), () => void this.#tooIdle());
  #auditAt = -Infinity;
  #there = { registry: true, web: true };

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    document.addEventListener('visibilitychange', () => void this.#look());
    setInterval(() => void this.#look(), LOOK_MS);
  }

  get banners() {
    return this.#parts.banners;
  }

  get park() {
    return this.#parts.park;
  }

  async start() {
    try {
      this.entered(await ask('/app/me'));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      this.#door();
    }
  }

  /** @param {any} me what the server knows of whoever logged in */
  entered(me) {
    if (me.role !== 'OPERATOR') {
      this.#door('operate.notOperator');
      return;
    }
    this.banners.hide('login');
    this.#parts.who.textContent = me.alias;
    this.#desk = new Desk(this);
    this.#show(this.#desk.element);
    this.#idleness.begin();
    void this.#look();
  }

  redraw() {
    this.#desk?.draw();
  }

  /**
   * Says a word to the park.
   * @param {Record<string, unknown>} word
   * @param {boolean} [silently]
   * @returns {Promise<Refusal | null>} why not, if not
   */
  async say(word, silently = false) {
    try {
      await ask('/app/operate', { park: this.park, ...word });
      await this.#look();
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      if (error.isLoggedOut) {
        this.#door('banner.expired');
      } else if (!silently) {
        this.banners.show({ kind: 'refused', tone: 'bad', said: reasonOf(error) });
      }
      return error;
    }
  }

  async #look() {
    const desk = this.#desk;
    if (desk === null || document.hidden) {
      return;
    }
    try {
      desk.heard(await ask(`/app/operate?park=${this.park}`));
      this.#there.web = true;
      if (performance.now() - this.#auditAt >= AUDIT_MS && !this.#idleness.is) {
        this.#auditAt = performance.now();
        await this.#audit(desk);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      if (error.isLoggedOut) {
        this.#door('banner.expired');
        return;
      }
      this.#there.web = error.status !== 0;
    }
    desk.link(this.#there);
  }

  /** @param {Desk} desk */
  async #audit(desk) {
    try {
      desk.heardAudit((await ask('/app/operate/audit')).lines);
      this.#there.registry = true;
    } catch (error) {
      if (!(error instanceof Refusal) || error.isLoggedOut) {
        throw error;
      }
      this.#there.registry = error.code !== 'REGISTRY_AWAY';
    }
  }

  async #tooIdle() {
    this.#door('operate.idle');
    await ask('/app/logout', {}).catch(() => {});
  }

  /** @param {string} [why] a text's key */
  #door(why) {
    this.#desk = null;
    this.#idleness.end();
    this.#parts.who.textContent = '';
    this.#show(entrance(this));
    if (why) {
      this.banners.show({ kind: 'login', tone: 'bad', said: [why], stays: true });
    }
  }

  /** @param {HTMLElement} element */
  #show(element) {
    this.#parts.main.replaceChildren(element);
    document.title = `${text('operate.title')} · Fun With Queues`;
    /** @type {HTMLElement | null} */ (element.querySelector('h1'))?.focus();
  }
}

/** @param {Refusal} error @returns {[string, ...(string | number)[]]} */
export function reasonOf(error) {
  const field = `refused.${error.field}`;
  if (error.field && has(field)) {
    return [field];
  }
  const kind = error.status === 0 ? 'AWAY' : has(`refused.${error.code}`) ? error.code : 'other';
  return [`refused.${kind}`, error.retryAfter ?? 1];
}
