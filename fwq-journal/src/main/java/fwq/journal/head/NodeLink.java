package fwq.journal.head;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeCodec;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.common.talk.journal.Signed;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** One connection to a node, for a few questions. Not for several threads at once. */
final class NodeLink implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final FrameClient client;
  private final JournalKey key;
  private final InstantSource clock;

  NodeLink(NodeAddress address, JournalKey key, InstantSource clock) throws IOException {
    this.client = FrameClient.connect(new HostPort(address.host(), address.port()), TIMEOUT);
    this.key = key;
    this.clock = clock;
  }

  /**
   * Asks.
   *
   * @throws IOException when there is no answer, or a refusal
   */
  NodeReply ask(NodeRequest request) throws IOException {
    try {
      NodeReply reply =
          NodeCodec.readReply(
              client.call(NodeCodec.write(Signed.by(key, request, clock.millis()))));
      if (reply instanceof NodeReply.Refused refused) {
        throw new IOException(refused.error().message());
      }
      return reply;
    } catch (BadMessageException e) {
      throw new IOException("not an answer of a node: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
