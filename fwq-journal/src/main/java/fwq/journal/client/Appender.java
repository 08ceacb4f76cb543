package fwq.journal.client;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalError;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.program.Backoff;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends one record after the other, each until it has its receipt: what is said again under the
 * same key is stored once. Not for several threads at once.
 */
final class Appender {
  private static final Logger LOG = LoggerFactory.getLogger(Appender.class);

  private final HeadLink head;
  private final Stop stop;
  private String told = "";

  Appender(HeadLink head, Stop stop) {
    this.head = head;
    this.stop = stop;
  }

  /**
   * Appends.
   *
   * @return its receipt; nothing when stop was requested before
   * @throws Failure when the head will never take it
   */
  Optional<JournalReply.Stored> append(UUID key, JournalEntry entry)
      throws Failure, InterruptedException {
    Backoff backoff =
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2), RandomGenerator.getDefault());
    JournalRequest request = new JournalRequest.Append(key, entry);
    while (!stop.requested()) {
      JournalReply reply;
      try {
        reply = head.ask(request);
      } catch (IOException e) {
        tell("the head does not answer (" + e.getMessage() + ")");
        request = new JournalRequest.Append(key, entry);
        stop.await(backoff.next());
        continue;
      }
      switch (reply) {
        case JournalReply.Stored it -> {
          told = "";
          return Optional.of(it);
        }
        case JournalReply.Waiting it -> {
          tell(
              switch (it.reason()) {
                case NO_NODES -> "no data nodes";
                case SLOW -> "data nodes are slow";
              });
          // Kafka keeps it: ask for its receipt, and do not say it again.
          request = new JournalRequest.AskReceipt(key);
        }
        case JournalReply.Unknown _ -> {}
        case JournalReply.Refused it -> {
          if (!isPassing(it.error())) {
            throw new Failure(it.error().message());
          }
          tell(it.error().message());
          request = new JournalRequest.Append(key, entry);
        }
        case JournalReply.Welcome _,
            JournalReply.Found _,
            JournalReply.NodeList _,
            JournalReply.Page _,
            JournalReply.PartitionChecked _,
            JournalReply.ChainChecked _ ->
            throw new Failure("the head answers something else than was asked");
      }
      stop.await(backoff.next());
    }
    return Optional.empty();
  }

  private static boolean isPassing(ErrorReply error) {
    return error.is(JournalError.BROKER_AWAY)
        || error.is(ErrorCode.BUSY)
        || error.is(ErrorCode.UNAVAILABLE);
  }

  private void tell(String what) {
    if (!what.equals(told)) {
      told = what;
      LOG.info("not stored yet: {}; trying until it is", what);
    }
  }
}
