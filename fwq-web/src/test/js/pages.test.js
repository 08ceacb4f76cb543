import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const PAGES = new URL('../../main/resources/fwq/web/pages/', import.meta.url);
const WEIGHT_BYTES_MAX = 120 * 1024;
const LINES_MAX = 300;

const names = readdirSync(PAGES, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.\w+$/.test(name));
const textOf = (name) => readFileSync(new URL(name, PAGES), 'utf8');
const ending = (end) => names.filter((name) => name.endsWith(end));

/** What a browser loads for a page: the page, what it names, and what that imports or names. */
function partsOf(page) {
  const parts = new Set([page]);
  for (const name of parts) {
    const text = textOf(name);
    const addresses = [
      ...[...text.matchAll(/"\/assets\/BUILD\/([^"]+)"/g)].map((it) => new URL(it[1], PAGES)),
      ...[...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map((it) => new URL(it[1], new URL(name, PAGES))),
      ...[...text.matchAll(/url\('([^']+)'\)/g)].map((it) => new URL(it[1], new URL(name, PAGES))),
    ];
    // What is other people's comes from their jars.
    addresses.filter((it) => it.href.startsWith(PAGES.href) && !it.href.includes('/pages/lib/')).forEach((it) => parts.add(it.href.slice(PAGES.href.length)));
  }
  return [...parts];
}

test('everything that a page loads is there', () => {
  for (const page of ending('.html')) {
    assert.deepEqual(partsOf(page).filter((name) => !existsSync(new URL(name, PAGES))), []);
  }
});

test('no file is there that no page loads', () => {
  const loaded = new Set(ending('.html').flatMap(partsOf));
  assert.deepEqual(names.filter((name) => !loaded.has(name) && name !== 'js/types.js'), []);
});

test('a page weighs at most 120 KB, compressed as it is sent', () => {
  for (const page of ending('.html')) {
    const bytes = partsOf(page).reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0);
    assert.ok(bytes <= WEIGHT_BYTES_MAX, `${page}: ${bytes} bytes`);
  }
});

test('nothing is inline: no script, style or handler in a page, none from elsewhere', () => {
  for (const name of ending('.html')) {
    const text = textOf(name);
    assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc="\/assets)/i, name);
    assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//i, name);
  }
});

test('names only ever become text', () => {
  for (const name of ending('.js')) {
    assert.doesNotMatch(textOf(name), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|DOMParser/, name);
  }
});

test('colours are named in one stylesheet', () => {
  for (const name of ending('.css').filter((it) => !it.endsWith('colours.css'))) {
    const colours = textOf(name).match(/#[0-9a-f]{3,8}\b|:\s*(?:red|blue|green|white|black)\b|rgb\(/gi) ?? [];
    assert.deepEqual(colours, [], name);
  }
});

test('modules import each other by relative addresses, and files are short', () => {
  for (const name of ending('.js')) {
    assert.doesNotMatch(textOf(name), /from '[^.]/, name);
    assert.ok(textOf(name).split('\n').length <= LINES_MAX, name);
  }
});
