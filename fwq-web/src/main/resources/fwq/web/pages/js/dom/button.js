import { html } from './build.js';
import { say } from '../text/speak.js';

/**
 * A button with a text.
 * @param {string} key the text's
 * @param {string} kind a class, or nothing
 * @param {() => void} run
 */
export function button(key, kind, run) {
  const element = html('button', { type: 'button', class: kind });
  say(element, key);
  element.addEventListener('click', run);
  return element;
}
