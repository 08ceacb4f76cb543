package fwq.engine;

import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.engine.park.Guest;
import fwq.engine.park.Note;
import fwq.engine.park.Park;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers to what was said while nobody held the park, or told before by an owner that died: of
 * each kind the newest for each guest, and as things are when they are said at last. A guest must
 * not be told of a place it has left since.
 */
final class PendingAnswers {
  private final LinkedHashMap<Kind, Note> notes = new LinkedHashMap<>();

  private record Kind(String alias, Class<? extends Answer> answer) {}

  /** Keeps a note for later. */
  void add(Note note) {
    // Guests that find themselves outside say so again.
    if (note.answer() instanceof Gone(_, Departure reason) && reason == Departure.NOT_INSIDE) {
      return;
    }
    notes.putLast(new Kind(note.alias(), note.answer().getClass()), note);
  }

  /** Gives the notes, in order, and forgets them. */
  void say(Park park, Consumer<Note> listener) {
    for (Map.Entry<Kind, Note> entry : notes.entrySet()) {
      String alias = entry.getKey().alias();
      now(entry.getValue().answer(), park.guest(alias).map(Guest::position))
          .ifPresent(answer -> listener.accept(new Note(alias, answer)));
    }
    notes.clear();
  }

  private static Optional<Answer> now(Answer answer, Optional<Position> position) {
    return switch (answer) {
      case Admitted it -> position.map(there -> new Admitted(it.session(), there));
      case Rejected it -> position.map(there -> new Rejected(it.session(), it.reason(), there));
      case Refused it -> Optional.of(it);
      case Gone it -> Optional.of(it);
    };
  }
}
