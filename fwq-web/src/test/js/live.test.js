import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Announcements } from '../../main/resources/fwq/web/pages/js/live/announcements.js';
import { pauseMs } from '../../main/resources/fwq/web/pages/js/live/backoff.js';
import { freshness, isDead } from '../../main/resources/fwq/web/pages/js/live/freshness.js';
import { isNewer } from '../../main/resources/fwq/web/pages/js/live/newest.js';

const heard = (more) => ({ openedAt: 0, anythingAt: 1_000, pictureAt: 1_000, away: null, ...more });

test('pauses grow from half a second to 20 s, with up to 25 % of jitter', () => {
  assert.deepEqual([0, 1, 2, 9, 10, 1_000].map((failures) => Math.round(pauseMs(failures, 0.5))), [500, 750, 1_125, 19_222, 20_000, 20_000]);
  assert.equal(pauseMs(0, 0), 375);
  assert.equal(pauseMs(0, 1), 625);
});

test('a picture is live for less than 3 s', () => {
  assert.equal(freshness(heard(), 3_999), 'LIVE');
  assert.equal(freshness(heard(), 4_000), 'OFFLINE');
});

test('a stream that speaks without new pictures means that the engine is away', () => {
  assert.equal(freshness(heard({ anythingAt: 9_000 }), 10_000), 'ENGINE_AWAY');
});

test('a picture that was old when it came does not make silence the engine’s fault', () => {
  assert.equal(freshness(heard({ pictureAt: 400 }), 3_500), 'OFFLINE');
});

test('a stream is asked for five times in its first 7 s and again by 11 s, so that a guest keeps the place', () => {
  let at = 0;
  const attempts = [0, 1, 2, 3, 4, 5].map((failures) => (at += pauseMs(failures, 0.5)));
  assert.ok(attempts[4] < 7_000 && attempts[5] < 11_000);
});

test('what the server says is away is away at once', () => {
  assert.equal(freshness(heard({ away: { what: 'ENGINE', since: 1 } }), 1_001), 'ENGINE_AWAY');
});

test('before the first picture a page is loading for 3 s, and then without a connection', () => {
  const nothing = heard({ anythingAt: null, pictureAt: null });
  assert.equal(freshness(nothing, 2_999), 'LOADING');
  assert.equal(freshness(nothing, 3_000), 'OFFLINE');
});

test('a stream is opened anew after 10 s without anything, counted from when it was opened', () => {
  assert.equal(isDead(heard(), 10_999), false);
  assert.equal(isDead(heard(), 11_000), true);
  assert.equal(isDead(heard({ openedAt: 11_000 }), 12_000), false);
});

test('a frame of an earlier epoch is never newer', () => {
  assert.equal(isNewer('1-5', null), true);
  assert.equal(isNewer('1-6', '1-5'), true);
  assert.equal(isNewer('1-5', '1-5'), false);
  assert.equal(isNewer('2-1', '1-900'), true);
  assert.equal(isNewer('1-901', '2-1'), false);
  assert.equal(isNewer('1-10', '1-9'), true);
});

test('at most one sentence is said in 5 s, the newest, and none twice in a row', () => {
  const announcements = new Announcements();
  announcements.offer('one');
  assert.equal(announcements.next(0), 'one');
  announcements.offer('two');
  announcements.offer('three');
  assert.equal(announcements.next(4_999), null);
  assert.equal(announcements.next(5_000), 'three');
  announcements.offer('three');
  assert.equal(announcements.next(20_000), null);
});
