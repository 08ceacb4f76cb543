package fwq.trials.wholepark;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.Visit;
import fwq.guest.walk.Walker;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One login of one guest on one device: a real visit, on the legs of a real walker. */
final class Stay {
  /** When all is well, an answer takes no longer. */
  private static final long ANSWER_MILLIS = 1_000;

  private final Visit visit;
  private final SessionKey key;
  private final Walker walker;
  private final Network network;
  private final Timeline timeline;
  private final long minuteMillis;
  private long minute;
  private long tickedAt;
  private boolean stands;

  Stay(
      Session session,
      Network network,
      Timeline timeline,
      SplittableRandom random,
      long minuteMillis) {
    this.visit = new Visit(session);
    this.key = SessionKey.derive(WholePark.SECRET, session);
    this.walker = new Walker(random.split());
    this.network = network;
    this.timeline = timeline;
    this.minuteMillis = minuteMillis;
  }

  Visit visit() {
    return visit;
  }

  void enter(long now) {
    say(visit.enter(now));
  }

  void leave(long now) {
    say(visit.leave(now));
  }

  /** No more steps from now on. */
  void stand() {
    stands = true;
  }

  /** Whether the guest waits for an answer that should have been there by now. */
  boolean waitsInVain() {
    return visit.state() instanceof Visit.State.Entering(long since)
        && tickedAt - since >= ANSWER_MILLIS;
  }

  void saw(MapFrame frame, long now) {
    visit.heard(frame, now);
  }

  void heard(Answer answer, long now) {
    say(visit.heard(answer, now));
  }

  /** Four times a second, by the clock of the guest's program. */
  void tick(long now) {
    tickedAt = now;
    if (visit.position().isPresent() && !stands) {
      long trueTime = timeline.now();
      if (trueTime / minuteMillis > minute) {
        walker
            .next(visit.position().get(), visit.map(now), trueTime / minuteMillis)
            .ifPresent(direction -> say(visit.step(direction, now)));
      }
      minute = trueTime / minuteMillis;
    }
    say(visit.tick(now));
  }

  private void say(Optional<VisitorEvent> event) {
    if (event.isPresent()) {
      byte[] value = EventCodec.write(event.get());
      RecordHeaders headers = new RecordHeaders();
      headers.add(SessionKey.HEADER, key.sign(0, value));
      timeline.tell(() -> this + " says " + event.get());
      network.send(this, event.get().alias(), value, headers);
    }
  }

  @Override
  public String toString() {
    return visit.session().alias() + "'s login of " + visit.session().issuedAt();
  }
}
