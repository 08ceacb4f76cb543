package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.NodeCodec;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.common.talk.journal.Signed;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.sqlite.DatabaseException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Answers heads: whoever has the journal's secret. */
final class NodeHandler implements FrameServer.Handler {
  private final JournalReader reader;
  private final JournalKey key;
  private final InstantSource clock;
  private final Consumer<DatabaseException> broken;

  /**
   * Answers from this file.
   *
   * @param broken told when it cannot be read any more
   */
  NodeHandler(
      JournalReader reader,
      JournalKey key,
      InstantSource clock,
      Consumer<DatabaseException> broken) {
    this.reader = reader;
    this.key = key;
    this.clock = clock;
    this.broken = broken;
  }

  @Override
  public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    Signed<NodeRequest> signed = NodeCodec.readRequest(request);
    return NodeCodec.write(
        signed
            .refusal(key, clock.millis())
            .<NodeReply>map(NodeReply.Refused::new)
            .orElseGet(() -> answer(signed.request())));
  }

  private NodeReply answer(NodeRequest request) {
    try {
      return reader.answer(request);
    } catch (DatabaseException e) {
      broken.accept(e);
      return new NodeReply.Refused(
          ErrorReply.of(ErrorCode.UNAVAILABLE, "this node cannot read its database"));
    }
  }
}
