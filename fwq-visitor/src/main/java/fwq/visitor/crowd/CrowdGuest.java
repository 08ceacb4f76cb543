package fwq.visitor.crowd;

import fwq.common.park.Direction;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.Visit;
import fwq.guest.walk.Walker;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One guest of a crowd: a visit, and the legs for it. For the crowd's thread. */
final class CrowdGuest {
  private final Visit visit;
  private final SessionKey key;
  private final Walker walker;
  private final BiConsumer<VisitorEvent, SessionKey> send;
  private long minute;
  private long nextMinuteAt;

  CrowdGuest(
      Session session, SessionKey key, Walker walker, BiConsumer<VisitorEvent, SessionKey> send) {
    this.visit = new Visit(session);
    this.key = key;
    this.walker = walker;
    this.send = send;
  }

  Visit visit() {
    return visit;
  }

  void enter(long now) {
    send(visit.enter(now));
  }

  void leave(long now) {
    send(visit.leave(now));
  }

  void saw(MapFrame frame, long now) {
    visit.heard(frame, now);
  }

  void heard(Answer answer, long now) {
    send(visit.heard(answer, now));
  }

  /**
   * Says what is due, after a step if a park minute is over.
   *
   * @param walks whether steps can reach the engine; otherwise the guest stands where it is
   */
  void tick(Pace pace, boolean walks, long now) {
    Optional<Position> here = visit.position();
    // Half a tick early is better than half a tick late, and a minute keeps its length.
    if (here.isPresent() && walks && now + pace.tickMillis() / 2 >= nextMinuteAt) {
      // After a pause the minutes go on from now, instead of being made up for.
      nextMinuteAt = Math.max(nextMinuteAt, now - pace.minuteMillis()) + pace.minuteMillis();
      minute++;
      Optional<Direction> step = walker.next(here.get(), visit.map(now), minute);
      step.ifPresent(direction -> send(visit.step(direction, now)));
    }
    send(visit.tick(now));
  }

  private void send(Optional<VisitorEvent> event) {
    event.ifPresent(it -> send.accept(it, key));
  }
}
