import { svg } from '../dom/build.js';
import { text } from '../text/speak.js';

/** What never changes: the cells, the edges that join, the gate. */
export function drawGround() {
  const lines = [];
  for (let at = 20; at < 400; at += 20) {
    lines.push(`M${at} 0V400M0 ${at}H400`);
  }
  return svg(
    'g',
    { class: 'ground' },
    svg('rect', { class: 'lawn', width: 400, height: 400 }),
    svg('path', { class: 'cells', d: lines.join('') }),
    svg('path', { class: 'joins', d: joins() }),
    gate(),
  );
}

/** Small arrows in the middle of each edge: the way goes on at the other side. */
function joins() {
  const at = [100, 200, 300];
  return at
    .map((it) => `M${it - 4} 5l4-4 4 4M${it - 4} 395l4 4 4-4M5 ${it - 4}l-4 4 4 4M395 ${it - 4}l4 4-4 4`)
    .join('');
}

/** Position 0, in the north-west corner. */
function gate() {
  const name = svg('text', { class: 'gatename', x: 12, y: 0, 'data-t': 'park.gate' });
  name.textContent = text('park.gate');
  return svg(
    'g',
    { transform: 'translate(10 10)' },
    svg('g', { class: 'unit gate' }, svg('path', { d: 'M-8 7V-2a8 8 0 0 1 16 0V7h-5V-1a3 3 0 0 0-6 0V7z' }), name),
  );
}
