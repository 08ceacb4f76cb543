import { svg } from '../dom/build.js';
import { changes, crowdOf, standing } from '../park/people.js';
import { columnOf } from '../park/torus.js';
import { text } from '../text/speak.js';
import { sizeFor, within } from './marksize.js';
import { middleOf, move, put } from './place.js';

/** With more people than this their names would cover each other. */
const NAMED_MAX = 16;

/** The other guests: dots that move from cell to cell, and numbers where several are. */
export class CrowdLayer {
  root = svg('g', { class: 'crowd' });
  /** Drawn over the rides' marks. */
  numbers = svg('g', { class: 'numbers' });
  #dots = svg('g');
  /** @type {import('../park/people.js').Person[]} */
  #people = [];
  /** @type {Map<string, SVGElement>} */
  #elements = new Map();

  constructor() {
    this.root.append(this.#dots);
  }

  /**
   * @param {import('../types.js').Frame} frame
   * @param {{cell: number, name: string} | null} me
   * @param {number} sidePx
   */
  draw(frame, me, sidePx) {
    const crowd = crowdOf(frame, me);
    const rideCells = new Set(frame.rides.map((ride) => ride.position));
    this.#drawPeople(crowd.people, rideCells);
    const size = sizeFor(frame.rides.length, sidePx);
    this.#drawNumbers(crowd, rideCells, (cell) => within(cell, sidePx, size));
    this.root.classList.toggle('named', crowd.people.length <= NAMED_MAX);
  }

  /** @param {import('../park/people.js').Person[]} people @param {Set<number>} rideCells */
  #drawPeople(people, rideCells) {
    const { came, went, stayed } = changes(this.#people, people);
    for (const { key } of went) {
      this.#elements.get(key)?.remove();
      this.#elements.delete(key);
    }
    for (const person of came) {
      const element = dot(person);
      this.#elements.set(person.key, element);
      this.#dots.append(element);
    }
    for (const { was, now } of stayed) {
      const element = this.#elements.get(now.key);
      if (element && was.cell !== now.cell) {
        move(element, was.cell, now.cell, standing(now.key));
      }
    }
    for (const { key, cell } of people) {
      this.#elements.get(key)?.classList.toggle('atride', rideCells.has(cell));
    }
    this.#people = people;
  }

  /**
   * @param {import('../park/people.js').Crowd} crowd
   * @param {Set<number>} rideCells
   * @param {(cell: number) => [number, number]} markAt
   */
  #drawNumbers({ people, counts }, rideCells, markAt) {
    const badges = people.length > 0;
    this.numbers.replaceChildren(
      ...counts.map(([cell, count]) => {
        const kind = rideCells.has(cell) ? 'atride' : badges ? 'badge' : 'heap';
        const element = number(cell, count, kind);
        put(element, kind === 'atride' ? markAt(cell) : middleOf(cell));
        return element;
      }),
    );
  }
}

/** @param {import('../park/people.js').Person} person */
function dot({ key, name, cell }) {
  const title = svg('title');
  title.textContent = name || text('park.guest');
  const words = svg('text', { class: 'name', y: 13 });
  words.textContent = name;
  const element = svg('g', { class: 'person' }, svg('g', { class: 'unit' }, svg('circle', { r: 4.5 }), words), title);
  const [x, y] = middleOf(cell);
  const [dx, dy] = standing(key);
  put(element, [x + dx * 20, y + dy * 20]);
  return element;
}

/** @param {number} cell @param {number} count @param {'atride' | 'badge' | 'heap'} kind */
function number(cell, count, kind) {
  const words = svg('text', { dy: '.35em' });
  words.textContent = count > 999 ? '999+' : String(count);
  const radius = kind === 'heap' ? Math.min(13, 5 + Math.sqrt(count)) : 4 + 3 * words.textContent.length;
  const shape =
    kind === 'heap'
      ? svg('circle', { r: radius })
      : svg('rect', { x: -radius, y: -7, width: 2 * radius, height: 14, rx: 7 });
  const element = svg('g', { class: `number ${kind} ${columnOf(cell) > 16 ? 'east' : ''}` }, svg('g', { class: 'unit' }, svg('g', { class: 'shift' }, shape, words)));
  return element;
}
