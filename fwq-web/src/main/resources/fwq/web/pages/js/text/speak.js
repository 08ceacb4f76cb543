import en from './en.js';
import es from './es.js';
import { keep, kept } from '../dom/kept.js';
import { fill, languageOf } from './texts.js';

/** What the page says, in the guest's language: the elements know their texts' keys. */

const ALL = /** @type {Record<string, Record<string, string>>} */ ({ en: { ...en }, es: { ...es } });
const CHOSEN = 'language';

let language = 'en';

/** Texts of pages that not every reader needs. @param {Record<string, Record<string, string>>} more for each language */
export function learn(more) {
  for (const [language, texts] of Object.entries(more)) {
    Object.assign(ALL[language], texts);
  }
}

/** The language in use. */
export const inUse = () => language;

/** @param {string} key @param {...(string | number)} args */
export const text = (key, ...args) => fill(ALL[language][key] ?? key, args, language);

/** Whether there is a text of that key. @param {string} key */
export const has = (key) => key in ALL.en;

/**
 * Writes a text into an element, which keeps its key for when the language changes.
 * @param {Element | null} element
 * @param {string} key
 * @param {...(string | number)} args
 */
export function say(element, key, ...args) {
  if (element instanceof HTMLElement || element instanceof SVGElement) {
    element.dataset.t = key;
    element.dataset.args = JSON.stringify(args);
    write(element, text(key, ...args));
  }
}

/**
 * The same for an element's name for assistive technology.
 * @param {HTMLElement} element
 * @param {string} key
 * @param {...(string | number)} args
 */
export function label(element, key, ...args) {
  element.dataset.tLabel = key;
  element.dataset.labelArgs = JSON.stringify(args);
  const words = text(key, ...args);
  if (element.getAttribute('aria-label') !== words) {
    element.setAttribute('aria-label', words);
  }
}

/** Text and nothing else, and only where it changed. @param {Element} element @param {string} words */
export function write(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

/** Writes all texts below an element anew. @param {ParentNode} root */
export function speak(root) {
  for (const element of root.querySelectorAll('[data-t]')) {
    const { t, args } = /** @type {HTMLElement} */ (element).dataset;
    write(element, text(String(t), ...JSON.parse(args ?? '[]')));
  }
  for (const element of root.querySelectorAll('[data-t-label]')) {
    const { tLabel, labelArgs } = /** @type {HTMLElement} */ (element).dataset;
    label(/** @type {HTMLElement} */ (element), String(tLabel), ...JSON.parse(labelArgs ?? '[]'));
  }
}

/**
 * Chooses the language: the address's, else the guest's own choice, else the browser's.
 * @param {string | null} wished
 */
export function begin(wished) {
  use(languageOf(wished ?? kept(CHOSEN), navigator.languages));
}

/** The guest chose this one; it stays. @param {string} chosen */
export function choose(chosen) {
  keep(CHOSEN, chosen);
  use(chosen);
}

/** @param {string} now */
function use(now) {
  language = now;
  document.documentElement.lang = now;
  speak(document);
}
