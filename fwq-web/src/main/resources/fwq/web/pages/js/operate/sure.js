import { copy, part } from '../dom/build.js';
import { say, speak } from '../text/speak.js';
import { reasonOf } from './operator.js';

/**
 * Asks for the password again before guests are turned away.
 * @param {import('./operator.js').Operator} operator
 * @param {'close' | 'clear'} word
 * @param {boolean} hasReason
 */
export function ifSure(operator, word, hasReason) {
  const dialog = /** @type {HTMLDialogElement} */ (copy('sure'));
  speak(dialog);
  const does = word === 'close' ? 'operate.doClose' : 'operate.doClear';
  say(part(dialog, 'title'), does);
  say(part(dialog, 'go'), does);
  say(part(dialog, 'means'), word === 'close' ? 'operate.closeMeans' : 'operate.clearMeans');
  part(dialog, 'reasonField').hidden = !hasReason;
  const password = /** @type {HTMLInputElement} */ (part(dialog, 'password'));
  const wrong = part(dialog, 'wrong');
  dialog.querySelector('form')?.addEventListener('submit', async (event) => {
    if (/** @type {HTMLButtonElement} */ (event.submitter)?.value !== 'go') {
      return;
    }
    event.preventDefault();
    const reason = hasReason ? part(dialog, 'reason').value.trim() : undefined;
    const refusal = await operator.say({ word, reason, password: password.value }, true);
    if (refusal === null || refusal.isLoggedOut) {
      dialog.close();
      return;
    }
    password.setAttribute('aria-invalid', 'true');
    say(wrong, ...(refusal.field === 'password' ? /** @type {[string]} */ (['refused.current']) : reasonOf(refusal)));
    password.focus();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
