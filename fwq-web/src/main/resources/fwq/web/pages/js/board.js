import { wantedOf } from './board/address.js';
import { BoardView } from './board/board.js';
import { keepAwake } from './board/wake.js';
import { isOther, reload } from './live/build.js';
import { LiveStream } from './live/stream.js';
import { begin } from './text/speak.js';

/** The board, wired: one public stream, no login, no names. */

const wanted = wantedOf(location.search);
begin(wanted.language);

const ids = /** @type {const} */ (['title', 'page', 'clock', 'rides', 'veil', 'why', 'more', 'carts', 'data']);
const elements = Object.fromEntries(ids.map((id) => [id, document.getElementById(id)]));
const view = new BoardView(/** @type {import('./board/board.js').Elements} */ (elements), wanted);
const url = `/v1/parks/${wanted.park}/stream`;
let noPark = false;

const stream = new LiveStream({
  url: () => url,
  heard: (name, data) => {
    noPark = false;
    if (name === 'hello') {
      view.heardHello(data);
      if (isOther(data.build)) {
        reload();
      }
    } else if (name === 'frame') {
      view.heardFrame(data);
    }
    draw();
  },
  ticked: draw,
  mayReopen: async () => {
    noPark = await isUnknown();
    return true;
  },
});

function draw() {
  view.draw({ freshness: stream.freshness, away: stream.away, noPark, ageMs: stream.ageMs }, Date.now());
}

/** A stream that fails does not say why; its status does. */
async function isUnknown() {
  const asking = new AbortController();
  try {
    const answer = await fetch(url, { signal: asking.signal, cache: 'no-store' });
    return answer.status === 404;
  } catch {
    return false;
  } finally {
    asking.abort();
  }
}

keepAwake();
stream.open();
draw();
