package fwq.visitor.terminal;

import fwq.common.park.Position;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent;
import fwq.tui.Event;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What registry and engine have to say, for the one thread that owns all state. */
sealed interface ParkEvent extends Event {
  @Override
  default Kind kind() {
    return Kind.RESULT;
  }

  /** The registry's reply to the request of that number. */
  record Replied(long number, RegistryReply reply) implements ParkEvent {}

  /** The agency's reply to the request of that number. */
  record AgencyReplied(long number, AgencyReply reply) implements ParkEvent {}

  /** The registry did not reply to the request of that number; why, in a sentence. */
  record Unanswered(long number, String sentence) implements ParkEvent {}

  /** Nothing was asked, since the registry is not one to trust; why, in a sentence. */
  record Untrusted(long number, String sentence) implements ParkEvent {}

  /** A registry was met for the first time; who, in a sentence. */
  record Met(String sentence) implements ParkEvent {}

  /**
   * The link of that number to the park is there.
   *
   * @param send sends something, without waiting for it to arrive
   * @param report says that a food cart stands there; may take a second
   * @param brokerThere whether the broker was there a second ago
   * @param standstillMillis for how long the park has not moved though its frames come
   * @param close ends the link; may take a second
   */
  record Linked(
      long number,
      Consumer<VisitorEvent> send,
      Consumer<Position> report,
      BooleanSupplier brokerThere,
      LongSupplier standstillMillis,
      Runnable close)
      implements ParkEvent {}

  /** A picture of the park. */
  record Framed(MapFrame frame) implements ParkEvent {
    @Override
    public Kind kind() {
      return Kind.PICTURE;
    }
  }

  /** The engine's answer to this guest. */
  record Answered(Answer answer) implements ParkEvent {
    @Override
    public Kind kind() {
      return Kind.INPUT;
    }
  }
}
