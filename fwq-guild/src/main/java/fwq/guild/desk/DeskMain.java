package fwq.guild.desk;

import fwq.kit.program.Program;
import java.util.Locale;
import java.util.Optional;

/** Finds the program that goes with a verb: {@code fwq guild members}. */
public final class DeskMain {
  private DeskMain() {}

  /** Whether there is such a verb. */
  public static boolean isVerb(String text) {
    return text.equals("expel") || text.equals("resign") || What.of(text).isPresent();
  }

  /** The verb's program. */
  public static Program.Body of(String verb) {
    return switch (verb) {
      case "expel" -> new ExpelMain();
      case "resign" -> new ResignMain();
      default -> new ListMain(What.of(verb).orElseThrow());
    };
  }

  /** What there are lists of. */
  enum What {
    MEMBERS,
    CARTS,
    RESTOCKS,
    EVENTS;

    static Optional<What> of(String text) {
      for (What what : values()) {
        if (what.name().toLowerCase(Locale.ROOT).equals(text)) {
          return Optional.of(what);
        }
      }
      return Optional.empty();
    }
  }
}
