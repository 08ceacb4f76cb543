import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults } from '../../main/resources/fwq/web/pages/js/dom/fields.js';

const GOOD = { alias: 'pepe.luis', name: 'Pepe Luis 😀', email: 'pepe@example.org', password: 'three or four words', again: 'three or four words' };
const names = { alias: 'Username', name: 'Name' };
const wrong = (more, known = {}) => faults({ ...GOOD, ...more }, { names, ...known });

test('good fields have no fault', () => {
  assert.deepEqual(wrong({}), []);
});

test('an empty field is named', () => {
  assert.deepEqual(wrong({ name: '' }), [{ field: 'name', said: ['form.missing', 'Name'] }]);
  assert.deepEqual(wrong({ name: '' }, { optional: ['name'] }), []);
});

test('passwords that differ are told at the second one', () => {
  assert.deepEqual(wrong({ again: 'three or four word' }), [{ field: 'again', said: ['form.differing'] }]);
});

test('each field is held against the registry’s rule', () => {
  const bad = { alias: ['pepe luis', 'ñ', 'a'.repeat(21)], email: ['pepe', 'a@b', 'a b@c.org'], name: ['x'.repeat(61)], password: ['1234567'] };
  for (const [field, values] of Object.entries(bad)) {
    for (const value of values) {
      const fields = wrong({ [field]: value, ...(field === 'password' ? { again: value } : {}) }).map((it) => it.field);
      assert.deepEqual(fields, [field], value);
    }
  }
});

test('characters are counted as people count them', () => {
  assert.deepEqual(wrong({ name: '😀'.repeat(60) }), []);
});

test('a login does not say what is wrong with a username', () => {
  assert.deepEqual(faults({ alias: 'ñ', password: 'x' }, { names, unchecked: ['alias', 'password'] }), []);
});
