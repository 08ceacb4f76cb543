package fwq.journal.client;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.Signed;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A connection to a head, made when needed. Not for several threads at once. */
final class HeadLink implements AutoCloseable {
  /** Longer than a head lets anybody wait. A check of a partition may take longest. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HostPort head;
  private final JournalKey key;
  private final InstantSource clock;
  private Optional<FrameClient> client = Optional.empty();

  HeadLink(HostPort head, JournalKey key, InstantSource clock) {
    this.head = head;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Asks.
   *
   * @throws IOException when there is no answer; the next question finds a new connection
   */
  JournalReply ask(JournalRequest request) throws IOException {
    if (client.isEmpty()) {
      client = Optional.of(FrameClient.connect(head, TIMEOUT));
    }
    try {
      return JournalCodec.readReply(
          client.get().call(JournalCodec.write(Signed.by(key, request, clock.millis()))));
    } catch (BadMessageException e) {
      close();
      throw new IOException(head + " does not answer as a journal's head: " + e.getMessage(), e);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (client.isPresent()) {
      FrameClient its = client.get();
      client = Optional.empty();
      its.close();
    }
  }
}
