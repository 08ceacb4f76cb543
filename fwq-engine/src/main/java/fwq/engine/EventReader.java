package fwq.engine;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.park.Guest;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.SignatureHeader;
import fwq.kit.program.BoundedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decodes one park's records and checks their signatures: most of what is to be done with a move,
 * and none of it changes anything. So, when there are many, it is done on every core; the park then
 * decides in one thread and in their order.
 */
final class EventReader {
  /** Fewer are read sooner by one thread than shared out. */
  private static final int SHARED_MIN = 64;

  /** As many as the guests that a park remembers; some 40 MB. */
  private static final int SIGNERS_MAX = 200_000;

  private final int park;
  private final VisitKeys keys;

  // Whose keys are derived already, so that an event costs one HMAC and not three. Only the park's
  // thread adds to it, and never while others read.
  private final Map<String, Signer> signers = BoundedMap.byAge(SIGNERS_MAX);

  /** A reader of one park's events. */
  EventReader(int park, VisitKeys keys) {
    this.park = park;
    this.keys = keys;
  }

  /** A login and its key, and whose it is, so that a guest need be found but once. */
  private static final class Signer {
    private final Session session;
    private final SharedSecret secret;
    private final SessionKey key;
    private Guest guest;

    private Signer(Session session, SharedSecret secret) {
      this.session = session;
      this.secret = secret;
      this.key = SessionKey.derive(secret, session);
    }
  }

  /** What came of a record. */
  sealed interface Outcome {}

  /** It has no value: the engine's own word that time passes. */
  record Tick() implements Outcome {}

  /**
   * It cannot be used.
   *
   * @param why in half a sentence
   */
  record Unusable(String why) implements Outcome {}

  /**
   * An event. Whose signature it needs is the park's to say, unless it is an entry, the registry's
   * or an operator's.
   *
   * @param record where it was
   * @param signer the guest's login that was seen last, or null
   * @param isSigned whether that one, the registry, or the operator, has signed it
   */
  record Heard(
      ParkEvent event, ConsumerRecord<String, byte[]> record, Signer signer, boolean isSigned)
      implements Outcome {

    /** The guest inside whom it is about, if known without a look at the park. */
    Optional<Guest> guest() {
      return signer != null && signer.guest != null && signer.guest.isInside()
          ? Optional.of(signer.guest)
          : Optional.empty();
    }
  }

  /** What came of each record, in their order. */
  List<Outcome> read(List<ConsumerRecord<String, byte[]>> records) {
    Stream<ConsumerRecord<String, byte[]>> all = records.stream();
    return (records.size() < SHARED_MIN ? all : all.parallel()).map(this::read).toList();
  }

  private Outcome read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return new Tick();
    }
    try {
      ParkEvent event = EventCodec.read(record.value());
      return switch (event) {
        case Ended ended ->
            keys.isRegistrys(park, record.value(), signature(record))
                ? new Heard(ended, record, null, true)
                : new Unusable("it is not signed by the registry");
        case Operate said ->
            isSignedByOperator(said, record) ? new Heard(said, record, null, true) : unsigned(said);
        case Enter enter -> {
          Signer signer = signer(enter.session());
          yield verify(signer, record) ? new Heard(enter, record, signer, true) : unsigned(enter);
        }
        case Move _, Here _, Leave _ -> {
          Signer signer = signers.get(event.alias());
          yield new Heard(event, record, signer, signer != null && verify(signer, record));
        }
      };
    } catch (BadMessageException e) {
      return new Unusable(e.getMessage());
    }
  }

  /** What is to be said of an event that the one it names did not sign. */
  static Unusable unsigned(ParkEvent event) {
    return new Unusable("it is not signed by " + event.alias());
  }

  /**
   * Whether the one whom an event names has signed it. For the park's thread, in the records'
   * order.
   *
   * @param guest that one, if inside when the event's turn has come, or null
   * @param outside the login of that one, if outside and known
   */
  boolean isSigned(Heard heard, Guest guest, Optional<Session> outside) {
    return switch (heard.event) {
      case Ended _, Operate _ -> heard.isSigned;
      case Enter _ -> {
        know(heard.signer);
        yield heard.isSigned;
      }
      // Nobody is told anything because of what somebody else said.
      case Move _, Here _, Leave _ ->
          guest == null
              ? outside.isPresent() && isSignedBy(outside.get(), null, heard)
              : isSignedBy(guest.session(), guest, heard);
    };
  }

  private boolean isSignedBy(Session session, Guest guest, Heard heard) {
    Signer signer = heard.signer;
    boolean isSigned = heard.isSigned;
    if (signer == null || !signer.session.equals(session)) {
      // Someone who has entered since it was read, or before this engine had the park.
      signer = signer(session);
      know(signer);
      isSigned = verify(signer, heard.record);
    }
    signer.guest = guest;
    return isSigned;
  }

  private void know(Signer signer) {
    signers.put(signer.session.alias(), signer);
  }

  private Signer signer(Session session) {
    Signer known = signers.get(session.alias());
    SharedSecret secret = keys.secretOf(session);
    return known != null && known.session.equals(session) && known.secret == secret
        ? known
        : new Signer(session, secret);
  }

  private boolean verify(Signer signer, ConsumerRecord<String, byte[]> record) {
    return signer.key.verify(park, record.value(), signature(record));
  }

  private boolean isSignedByOperator(Operate said, ConsumerRecord<String, byte[]> record) {
    byte[] signature = signature(record);
    return said.session()
        .map(it -> keys.keyOf(it).verify(park, record.value(), signature))
        .orElseGet(() -> keys.isConsoles(park, record.value(), signature));
  }

  private static byte[] signature(ConsumerRecord<String, byte[]> record) {
    return SignatureHeader.of(record, SessionKey.HEADER);
  }
}
