import { html } from '../dom/build.js';
import { inUse, say } from '../text/speak.js';
import { dayClock } from './time.js';

/** What operators said, the newest first. @param {HTMLElement} root @param {any} park */
export function drawWords(root, park) {
  const words = [...(park.words ?? [])].reverse();
  if (isShown(root, words)) {
    return;
  }
  if (words.length === 0) {
    const none = html('li');
    say(none, 'operate.noWords');
    root.replaceChildren(none);
    return;
  }
  root.replaceChildren(
    ...words.map((it) => {
      const words = html('span');
      words.textContent = ` ${it.by}: ${summary(it)}${it.outcome === 'DONE' ? '' : ` (${it.outcome})`}`;
      return html('li', {}, time(it.time, park.zone), words);
    }),
  );
}

/** @param {any} it a word with its fields */
function summary(it) {
  const { word, time: _, by: _by, at: _at, outcome: _outcome, cause, ...rest } = it;
  const more = Object.values(rest).join(' ');
  return `${word} ${more}${cause === 'WEATHER' ? ' (weather)' : ''}`.trim();
}

/** The registry's lines, the newest first. @param {HTMLElement} root @param {string[]} lines @param {string} zone */
export function drawAudit(root, lines, zone) {
  if (isShown(root, lines)) {
    return;
  }
  root.replaceChildren(
    ...[...lines].reverse().map((line) => {
      const it = JSON.parse(line);
      const cells = [it.alias, it.action, [it.outcome, it.reason].filter(Boolean).join(' '), it.address ?? ''];
      const first = html('td', {}, time(Date.parse(it.at), zone));
      return html('tr', {}, first, ...cells.map((text) => {
        const cell = html('td');
        cell.textContent = text;
        return cell;
      }));
    }),
  );
}

/** @param {number} at @param {string} zone */
function time(at, zone) {
  const element = html('time', { datetime: new Date(at).toISOString() });
  element.textContent = dayClock(at, inUse(), zone ?? 'UTC');
  return element;
}

/** Whether this is what is shown, so that nothing need be made anew. @param {HTMLElement} root @param {unknown} now */
function isShown(root, now) {
  const text = JSON.stringify([inUse(), now]);
  const was = root.dataset.shown === text;
  root.dataset.shown = text;
  return was;
}
