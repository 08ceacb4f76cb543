package fwq.tui;

import java.io.IOException;
import java.util.Optional;
import org.jline.utils.NonBlockingReader;

/** The thread that reads keys. */
final class KeyReader {
  /** The rest of an escape sequence comes within this, even over a slow line. */
  private static final long SEQUENCE_MILLIS = 50;

  /** JLine cannot be closed while someone reads without a limit. */
  private static final long KEY_MILLIS = 3_600_000;

  private final NonBlockingReader reader;
  private final Inbox inbox;

  KeyReader(NonBlockingReader reader, Inbox inbox) {
    this.reader = reader;
    this.inbox = inbox;
  }

  void start() {
    Thread.ofPlatform().daemon().name("keys").start(this::read);
  }

  private void read() {
    KeyDecoder decoder = new KeyDecoder();
    try {
      while (true) {
        int next = reader.read(decoder.isMidway() ? SEQUENCE_MILLIS : KEY_MILLIS);
        Optional<Key> key = Optional.empty();
        if (next == NonBlockingReader.READ_EXPIRED) {
          key = decoder.timeout();
        } else if (next >= 0) {
          key = decoder.accept((char) next);
        } else {
          break;
        }
        key.map(Event.Pressed::new).ifPresent(inbox::put);
      }
    } catch (IOException e) {
      // The terminal is gone.
    }
    // Nobody can press a key any more.
    inbox.put(Event.Signal.STOP);
  }
}
