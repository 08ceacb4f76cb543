import { html, part } from '../dom/build.js';
import { inUse, say, write } from '../text/speak.js';
import { weekday } from './time.js';

/**
 * Opening hours, a day of the week or a date each.
 * @param {HTMLElement} root
 * @param {import('./operator.js').Operator} operator
 */
export function hours(root, operator) {
  const week = part(root, 'week');
  const dates = part(root, 'dates');
  const rows = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const name = html('label', { for: `day-${day}` });
    const input = /** @type {HTMLInputElement} */ (html('input', { id: `day-${day}`, spellcheck: 'false' }));
    const set = html('button', { type: 'button', class: 'small' });
    say(set, 'operate.set');
    set.addEventListener('click', () => void operator.say({ word: 'week', day: String(day), hours: input.value.trim() }));
    week.append(html('li', {}, name, input, set));
    return { day, name, input, shown: '' };
  });
  const form = part(root, 'addDate');
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    const { date, hours: its } = Object.fromEntries(new FormData(form));
    void operator.say({ word: 'date', date, hours: String(its).trim() });
  });
  return {
    /** @param {any} park */
    draw(park) {
      for (const row of rows) {
        write(row.name, weekday(row.day, inUse()));
        const now = park.week?.[row.day - 1] ?? '';
        // What somebody is typing stays.
        if (now !== row.shown && row.input.value === row.shown) {
          row.input.value = now;
        }
        row.shown = now;
      }
      drawDates(dates, park.dates ?? {}, operator);
    },
  };
}

/** @param {HTMLElement} root @param {Record<string, string>} known @param {import('./operator.js').Operator} operator */
function drawDates(root, known, operator) {
  const now = JSON.stringify(known);
  if (root.dataset.shown === now) {
    return;
  }
  root.dataset.shown = now;
  root.replaceChildren(
    ...Object.entries(known).map(([date, its]) => {
      const usual = html('button', { type: 'button', class: 'small' });
      say(usual, 'operate.usual');
      usual.setAttribute('aria-describedby', `date-${date}`);
      usual.addEventListener('click', () => void operator.say({ word: 'date', date }));
      const words = html('span', { id: `date-${date}` });
      words.textContent = `${date} ${its}`;
      return html('li', {}, words, usual);
    }),
  );
}
