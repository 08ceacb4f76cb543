import { html } from '../dom/build.js';
import { ask } from '../live/api.js';
import { inUse, say, text } from '../text/speak.js';
import { clock } from '../text/texts.js';

const PERIOD_MS = 60_000;
const HEIGHT = 220;
/** No two of sixteen lines look alike, whatever colours there are. */
const DASHES = [[], [6, 3], [2, 2], [10, 4, 2, 4]];
const BORDERS = ['solid', 'dashed', 'dotted', 'double'];

/** The day as two charts, each with a table: how many were inside, and the waits. */
export class Charts {
  #root;
  #park;
  #askedAt = -Infinity;
  #shown = '';

  /** @param {HTMLElement} root @param {number} park */
  constructor(root, park) {
    this.#root = root;
    this.#park = park;
    new ResizeObserver(() => this.#again()).observe(root);
  }

  /** @param {string} zone @param {string} language */
  draw(zone, language) {
    const now = performance.now();
    if (now - this.#askedAt >= PERIOD_MS || this.#shown !== `${zone} ${language}`) {
      this.#askedAt = now;
      this.#shown = `${zone} ${language}`;
      void this.#ask(zone);
    }
  }

  #width = 0;

  #again() {
    if (Math.abs(this.#root.clientWidth - this.#width) > 8) {
      this.#askedAt = -Infinity;
    }
  }

  /** @param {string} zone */
  async #ask(zone) {
    const series = await ask(`/app/operate/day?park=${this.#park}`).catch(() => null);
    this.#width = this.#root.clientWidth;
    if (series === null || series.times.length === 0) {
      const none = html('p');
      say(none, 'operate.noHistory');
      this.#root.replaceChildren(none);
      return;
    }
    this.#root.replaceChildren(
      ...this.#chart('operate.population', series.times, [{ name: text('operate.population'), values: series.inside }], zone),
      ...this.#chart('operate.waits', series.times, series.waits, zone),
    );
  }

  /**
   * @param {string} title a text's key
   * @param {number[]} times
   * @param {{name: string, values: (number | null)[]}[]} lines
   * @param {string} zone
   */
  #chart(title, times, lines, zone) {
    const head = html('h3');
    say(head, title);
    const place = html('div', { class: 'chart', 'aria-hidden': 'true' });
    const colour = (/** @type {string} */ name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const ink = getComputedStyle(document.body).color;
    const strokes = [colour('--action'), colour('--mine'), ink, colour('--text-soft')].map((it) => resolved(it));
    const grid = { stroke: resolved(colour('--rule')), width: 1 };
    const { uPlot } = /** @type {any} */ (window);
    new uPlot(
      {
        width: Math.max(240, this.#width),
        height: HEIGHT,
        tzDate: (/** @type {number} */ at) => uPlot.tzDate(new Date(at * 1_000), zone),
        axes: [{ stroke: ink, grid, ticks: grid, values: (/** @type {any} */ _, /** @type {number[]} */ at) => at.map((it) => clock(it * 1_000, inUse(), zone, false)) }, { stroke: ink, grid, ticks: grid, size: 44 }],
        legend: { markers: { dash: (/** @type {any} */ _, /** @type {number} */ i) => BORDERS[(i - 1) % BORDERS.length] } },
        scales: { y: { range: (/** @type {any} */ _, /** @type {number} */ _min, /** @type {number} */ max) => [0, Math.max(5, Math.ceil((max ?? 0) * 1.1))] } },
        series: [
          { label: text('operate.hour'), value: (/** @type {any} */ _, /** @type {number | null} */ it) => (it === null ? '–' : clock(it * 1_000, inUse(), zone, false)) },
          ...lines.map((it, i) => ({ label: it.name, stroke: strokes[(i + (i >> 2)) % strokes.length], width: 2, dash: DASHES[i % DASHES.length], points: { show: times.length < 5 } })),
        ],
      },
      [times, ...lines.map((it) => it.values)],
      place,
    );
    return [head, place, table(text(title), times, lines, zone)];
  }
}

/** A colour that a canvas understands, whatever function it is written with. @param {string} value */
function resolved(value) {
  const probe = html('span', { hidden: '' });
  probe.style.color = value;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/**
 * The same as a table, a row a quarter of an hour, and now.
 * @param {string} title
 * @param {number[]} times
 * @param {{name: string, values: (number | null)[]}[]} lines
 * @param {string} zone
 */
function table(title, times, lines, zone) {
  const summary = html('summary');
  say(summary, 'operate.asTable');
  const cell = (/** @type {string} */ tag, /** @type {string} */ words) => {
    const element = html(tag);
    element.textContent = words;
    return element;
  };
  const head = html('tr', {}, cell('th', text('operate.hour')), ...lines.map((it) => cell('th', it.name)));
  const rows = times.flatMap((at, i) =>
    i === times.length - 1 || Math.floor(at / 900) !== Math.floor((times[i - 1] ?? 0) / 900)
      ? [html('tr', {}, cell('td', clock(at * 1_000, inUse(), zone, false)), ...lines.map((it) => cell('td', it.values[i] === null ? '–' : String(it.values[i]))))]
      : [],
  );
  return html('details', {}, summary, html('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': title }, html('table', {}, html('thead', {}, head), html('tbody', {}, ...rows))));
}
