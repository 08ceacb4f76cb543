package fwq.journal.head;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalError;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.Signed;
import fwq.journal.check.RowsException;
import fwq.journal.desk.Roster;
import fwq.kit.frame.FrameServer;
import fwq.kit.frame.RateLimit;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Answers a head's clients: each request by whoever has the secret that it needs. */
final class HeadHandler implements FrameServer.Handler {
  private final Parts parts;
  private final InstantSource clock;

  /** What answers need. */
  record Parts(
      JournalKey append,
      JournalKey journal,
      RateLimit rate,
      Front front,
      Sender sender,
      Reading reading,
      Checking checking) {}

  HeadHandler(Parts parts, InstantSource clock) {
    this.parts = parts;
    this.clock = clock;
  }

  @Override
  public byte[] reply(byte[] request, InetAddress from) throws BadMessageException {
    long delayMillis = parts.rate().attempt(from, clock.millis()).delayMillis();
    if (delayMillis > 0) {
      return JournalCodec.write(
          refused(
              ErrorReply.later(
                  ErrorCode.BUSY,
                  "too much is said from your address: wait a little",
                  delayMillis)));
    }
    Signed<JournalRequest> signed = JournalCodec.readRequest(request);
    Optional<ErrorReply> refusal = refusal(signed);
    return JournalCodec.write(
        refusal.isPresent() ? refused(refusal.get()) : answer(signed.request(), request.length));
  }

  private Optional<ErrorReply> refusal(Signed<JournalRequest> signed) {
    return switch (signed.request().right()) {
      // What is said again appends nothing new, so it may be old.
      case APPEND ->
          signed.isSignedWith(parts.append()) || signed.isSignedWith(parts.journal())
              ? Optional.empty()
              : Optional.of(
                  ErrorReply.of(
                      JournalError.NOT_ALLOWED,
                      "this is not signed with the append secret: give the head's file with"
                          + " --append-secret FILE"));
      case JOURNAL -> signed.refusal(parts.journal(), clock.millis());
    };
  }

  private JournalReply answer(JournalRequest request, int bytes) {
    try {
      return switch (request) {
        case JournalRequest.Hello _ ->
            new JournalReply.Welcome(parts.front().nodes(Roster::available));
        case JournalRequest.Append it -> append(it, bytes);
        case JournalRequest.AskReceipt it -> parts.reading().receipt(it.key());
        case JournalRequest.Where it -> parts.reading().where(it.record());
        case JournalRequest.ListNodes _ ->
            new JournalReply.NodeList(parts.front().nodes(Roster::states));
        case JournalRequest.Read it -> parts.reading().page(it);
        case JournalRequest.CheckPartition it -> parts.checking().partition(it.partition());
        case JournalRequest.CheckChain it -> parts.checking().chain(it.node(), it.from());
      };
    } catch (RowsException e) {
      return refused(ErrorReply.of(ErrorCode.UNAVAILABLE, e.getMessage()));
    } catch (KafkaException e) {
      return refused(
          ErrorReply.of(ErrorCode.UNAVAILABLE, "the broker does not answer: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused(ErrorReply.of(ErrorCode.UNAVAILABLE, "the head closes"));
    }
  }

  private JournalReply append(JournalRequest.Append append, int bytes) throws InterruptedException {
    if (bytes > JournalCodec.APPEND_BYTES_MAX) {
      return refused(
          ErrorReply.invalid(
              "body",
              "this is "
                  + bytes
                  + " bytes as JSON, and may be "
                  + JournalCodec.APPEND_BYTES_MAX
                  + ": split it"));
    }
    Front.Noted noted = parts.front().append(append.key());
    if (noted.send()) {
      parts.sender().send(append);
    }
    try {
      return noted.reply().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fault of the head's own", e);
    }
  }

  private static JournalReply refused(ErrorReply why) {
    return new JournalReply.Refused(why);
  }
}
