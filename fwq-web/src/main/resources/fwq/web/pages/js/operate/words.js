import { html } from '../dom/build.js';
import { inUse, say, text } from '../text/speak.js';
import { dayClock, weekday } from './time.js';

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
      words.textContent = ` ${it.by}: ${summary(it, park)}`;
      return html('li', {}, time(it.time, park.zone), words);
    }),
  );
}

/** A word as people say it. @param {any} it with its fields @param {any} park */
function summary(it, park) {
  const why = [it.reason, it.cause === 'WEATHER' && text('said.weather'), it.outcome !== 'DONE' && text(`outcome.${it.outcome}`)];
  return [what(it, park), ...why.filter(Boolean).map((its) => `(${its})`)].join(' ');
}

/** @param {any} it @param {any} park */
function what(it, park) {
  switch (it.word) {
    case 'capacity':
      return it.guests === undefined ? text('said.asStarted') : text('said.capacity', it.guests);
    case 'week':
      return text('said.hours', [...it.days].map((day) => weekday(Number(day), inUse())).join(', '), it.hours);
    case 'date':
      return text('said.hours', it.date, it.hours ?? text('operate.usual'));
    case 'name':
      return text('said.name', it.name ?? '–');
    case 'zone':
      return text('said.zone', it.zone);
    case 'ride':
      return text('operate.rideNow', park.rides?.find((/** @type {any} */ ride) => ride.id === it.ride)?.name ?? it.ride, text(`state.${it.state}`));
    default:
      return text(`said.${it.word}`);
  }
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
