package fwq.journal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalError;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.WaitReason;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.ErrorReply;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** One who appends until the record is stored, against a head that answers as it is told. */
final class AppenderTest {
  private static final RecordId ID = new RecordId("AbCdEfGhIjKlMnOpQrStUw", 3, 7);
  private static final JournalReply.Stored STORED =
      new JournalReply.Stored(ID, new NodeName("north"), "10.0.0.7");
  private static final JournalKey KEY = new JournalKey(SharedSecret.of(new byte[32]));

  private final UUID key = UUID.randomUUID();
  private final JournalEntry entry = new JournalEntry("count", "1");
  private final List<JournalRequest> heard = new CopyOnWriteArrayList<>();

  @Test
  void whatKafkaKeepsIsAskedForAndNotSaidAgain() throws Exception {
    assertEquals(
        Optional.of(STORED),
        append(
            new JournalReply.Waiting(ID, WaitReason.NO_NODES), new JournalReply.Unknown(), STORED));
    assertEquals(
        List.of(
            new JournalRequest.Append(key, entry),
            new JournalRequest.AskReceipt(key),
            new JournalRequest.AskReceipt(key)),
        heard);
  }

  @Test
  void whatMayBeLostIsSaidAgainUnderTheSameKey() throws Exception {
    assertEquals(Optional.of(STORED), append(JournalReply.brokerAway(), STORED));
    assertEquals(
        List.of(new JournalRequest.Append(key, entry), new JournalRequest.Append(key, entry)),
        heard);
  }

  @Test
  void refusalForGoodIsAFailureWithTheHeadsSentence() {
    assertEquals(
        "no",
        assertThrows(
                Failure.class,
                () ->
                    append(new JournalReply.Refused(ErrorReply.of(JournalError.NOT_ALLOWED, "no"))))
            .getMessage());
  }

  private Optional<JournalReply.Stored> append(JournalReply... answers) throws Exception {
    try (FrameServer server =
            new FrameServer(
                0,
                (request, _) -> {
                  heard.add(JournalCodec.readRequest(request).request());
                  return JournalCodec.write(answers[heard.size() - 1]);
                },
                FrameServer.Limits.DEFAULT);
        HeadLink link =
            new HeadLink(new HostPort("127.0.0.1", server.port()), KEY, InstantSource.system())) {
      return new Appender(link, new Stop()).append(key, entry);
    }
  }
}
