package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;

/** Something that happened, for the one thread that owns all state. */
sealed interface Event {
  /** A key. */
  record Pressed(Key key) implements Event {}

  /** A line, where there are only lines. */
  record Said(String line) implements Event {
    @Override
    public String toString() {
      // It may be a password.
      return "Said";
    }
  }

  /** No more lines come, where there are only lines. */
  record LinesEnded() implements Event {}

  /** This program is to stop for a while. */
  record Paused() implements Event {}

  /** The terminal has another size. */
  record Resized() implements Event {}

  /** The time that a page wanted to be woken at has come. */
  record Tick() implements Event {}

  /** The registry's reply to the request of that number. */
  record Answered(long number, RegistryReply reply) implements Event {}

  /** The registry did not reply to the request of that number; why, in a sentence. */
  record Unanswered(long number, String sentence) implements Event {}

  /** Nothing was asked, since the registry is not one to trust; why, in a sentence. */
  record Untrusted(long number, String sentence) implements Event {}

  /** A registry was met for the first time; who, in a sentence. */
  record Met(String sentence) implements Event {}

  /** The link of that number to the park is there. */
  record Linked(long number, ParkLine line) implements Event {}

  /** A picture of the park. */
  record Framed(MapFrame frame) implements Event {}

  /** The engine's answer to this guest. */
  record Told(Answer answer) implements Event {}

  /** The program is to end. */
  record StopWished() implements Event {}
}
