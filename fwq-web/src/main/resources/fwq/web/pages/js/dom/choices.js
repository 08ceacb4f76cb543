import { choose, inUse } from '../text/speak.js';
import { keep, kept } from './kept.js';

/** The language and the colours, chosen at the foot of each page; both choices stay. */
export function wireChoices(/** @type {() => void} */ changed) {
  const language = /** @type {HTMLSelectElement} */ (document.getElementById('language'));
  language.value = inUse();
  language.addEventListener('change', () => {
    choose(language.value);
    changed();
  });
  const theme = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
  theme.value = kept('theme') ?? 'auto';
  theme.addEventListener('change', () => {
    keep('theme', theme.value);
    if (theme.value === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme.value;
    }
  });
}
