import { html } from './build.js';
import { label, say, text } from '../text/speak.js';

/**
 * Sentences above the page, one of each kind. A screen reader hears them by the status line.
 *
 * @typedef {object} Banner
 * @property {string} kind a new banner takes the place of the last of its kind
 * @property {'good' | 'info' | 'bad'} tone
 * @property {[string, ...(string | number)[]]} said a text's key, and what goes into its gaps
 * @property {{key: string, run: () => void}} [action]
 * @property {boolean} [stays] it is still there on the next page
 * @property {boolean} [silent] nobody need hear it again, such as a countdown
 */
export class Banners {
  #root;
  #announce;
  /** @type {Map<string, {element: HTMLElement, banner: Banner}>} */
  #shown = new Map();

  /** @param {HTMLElement} root @param {(text: string) => void} announce */
  constructor(root, announce) {
    this.#root = root;
    this.#announce = announce;
  }

  /** @param {Banner} banner */
  show(banner) {
    const old = this.#shown.get(banner.kind);
    if (!banner.silent) {
      this.#announce(text(...banner.said));
    }
    if (old && old.banner.tone === banner.tone && !old.banner.action === !banner.action) {
      say(old.element.querySelector('p'), ...banner.said);
      old.banner = banner;
      return;
    }
    const element = this.#build(banner);
    if (old) {
      old.element.replaceWith(element);
    } else {
      this.#root.append(element);
    }
    this.#shown.set(banner.kind, { element, banner });
  }

  /** @param {string} kind */
  hide(kind) {
    this.#shown.get(kind)?.element.remove();
    this.#shown.delete(kind);
  }

  /** Another page is shown: what belonged to the last one goes. */
  turn() {
    for (const [kind, { banner }] of this.#shown) {
      if (banner.stays) {
        banner.stays = false;
      } else {
        this.hide(kind);
      }
    }
  }

  /** @param {Banner} banner */
  #build(banner) {
    const element = html('div', { class: `banner ${banner.tone}` }, html('p'));
    say(element.firstElementChild, ...banner.said);
    if (banner.action) {
      const action = html('button', { type: 'button', class: 'small' });
      say(action, banner.action.key);
      action.addEventListener('click', () => this.#shown.get(banner.kind)?.banner.action?.run());
      element.append(action);
    }
    const close = html('button', { type: 'button', class: 'close' });
    label(close, 'close');
    close.addEventListener('click', () => this.hide(banner.kind));
    element.append(close);
    return element;
  }
}
