import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import guestEn from '../../main/resources/fwq/web/pages/js/text/en.js';
import guestEs from '../../main/resources/fwq/web/pages/js/text/es.js';
import operateEn from '../../main/resources/fwq/web/pages/js/text/operate.en.js';
import operateEs from '../../main/resources/fwq/web/pages/js/text/operate.es.js';
import tripEn from '../../main/resources/fwq/web/pages/js/text/trip.en.js';
import tripEs from '../../main/resources/fwq/web/pages/js/text/trip.es.js';
import { clock, fill, languageOf } from '../../main/resources/fwq/web/pages/js/text/texts.js';

const en = { ...guestEn, ...operateEn, ...tripEn };
const es = { ...guestEs, ...operateEs, ...tripEs };

const PAGES = new URL('../../main/resources/fwq/web/pages/', import.meta.url);
const sources = readdirSync(PAGES, { recursive: true })
  .filter((name) => /\.(js|html)$/.test(name) && !/text.(trip\.)?e[ns]\.js$/.test(name))
  .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), PAGES), 'utf8'))
  .join('\n');

const gaps = (text) => [...new Set(text.match(/\{\d\}/g))].sort();

test('both languages have the same keys and the same gaps', () => {
  assert.deepEqual(Object.keys(guestEs), Object.keys(guestEn));
  assert.deepEqual(Object.keys(tripEs), Object.keys(tripEn));
  assert.deepEqual(Object.keys(tripEn).filter((key) => key in guestEn), []);
  for (const key of Object.keys(en)) {
    assert.deepEqual(gaps(es[key]), gaps(en[key]), key);
    assert.equal(es[key].split('|').length, en[key].split('|').length, key);
  }
});

test('which letters a username may have is said in both languages', () => {
  for (const key of ['hint.alias', 'refused.alias', 'refused.shownAs']) {
    assert.match(en[key], /letters a to z/, key);
    assert.match(es[key], /sin tildes ni ñ/, key);
  }
});

test('no text is unused', () => {
  const families = ['field', 'state', 'trend', 'do', 'legend', 'refused', 'list', 'said', 'outcome'];
  const ofTrips = ['step', 'head', 'field', 'hint', 'skip', 'list', 'each', 'leg', 'notice', 'why', 'wrong', 'state'].map((it) => `trip.${it}`);
  const built = new Set([...families, ...ofTrips].filter((it) => sources.includes('`' + it + '.${')));
  const familyOf = (key) => key.split('.').slice(0, -1).join('.');
  const unused = Object.keys(en).filter((key) => !sources.includes(`'${key}'`) && !sources.includes(`"${key}"`) && !built.has(familyOf(key)));
  assert.deepEqual(unused, []);
});

test('every text that a page asks for is there', () => {
  const asked = [...sources.matchAll(/data-t(?:-label)?="([^"]+)"|data-does="([^"]+)"/g)].map((it) => it[1] ?? it[2]);
  assert.ok(asked.length > 40);
  assert.deepEqual(asked.filter((key) => !(key in en)), []);
});

test('gaps are filled with text as it is, and the first number chooses the form', () => {
  assert.equal(fill('Hello, {0}', ['<img src=x onerror=alert(1)>'], 'en'), 'Hello, <img src=x onerror=alert(1)>');
  assert.equal(fill('{0} step|{0} steps', [1], 'en'), '1 step');
  assert.equal(fill('{0} step|{0} steps', [0], 'en'), '0 steps');
  assert.equal(fill('To {0}: {1} step|To {0}: {1} steps', ['{1}', 2], 'en'), 'To {1}: 2 steps');
});

test('the language is the chosen one, else the browser’s first that there is, else English', () => {
  assert.equal(languageOf('es', ['en-GB']), 'es');
  assert.equal(languageOf(null, ['de', 'es-MX', 'en']), 'es');
  assert.equal(languageOf('xx', ['de']), 'en');
});

test('the clock is the park’s, and an unknown zone does not stop it', () => {
  const at = Date.UTC(2026, 6, 1, 22, 5, 9);
  assert.equal(clock(at, 'en', 'Europe/Madrid'), '00:05:09');
  assert.equal(clock(at, 'es', 'Europe/Madrid', false), '00:05');
  assert.match(clock(at, 'en', 'Nowhere/Land'), /^\d\d:\d\d:\d\d$/);
});
