package fwq.common.talk.guild;

import fwq.common.park.ParkNumber;
import fwq.common.park.Plate;
import java.util.Objects;

/**
 * What the guild itself writes on the topic {@code Members}, signed with a key that only it knows.
 * Neither a national id nor a mail address is in it, and no application's own id either, with which
 * the member's key could be fetched: only its mark.
 */
public sealed interface MemberWord {
  /** The mark of the application that it is about: a hash of its id. */
  String mark();

  /** Whose cart. */
  Plate plate();

  /**
   * Somebody applies.
   *
   * @param person a keyed hash of the national id: the same for the same person, and no more
   * @param restock how much a delivery brings, 1..500
   */
  record Join(
      String mark,
      String person,
      String name,
      String surname,
      Plate plate,
      boolean premium,
      int park,
      int restock)
      implements MemberWord {
    /** The most that a delivery can bring. */
    public static final int RESTOCK_MAX = 500;

    public Join {
      Ids.check("mark", mark);
      Ids.check("person", person);
      PlainName.check("name", name);
      PlainName.check("surname", surname);
      Objects.requireNonNull(plate, "plate");
      ParkNumber.check(park);
      if (restock < 1 || restock > RESTOCK_MAX) {
        throw new IllegalArgumentException(
            "restock is 1 to " + RESTOCK_MAX + " pieces, got " + restock);
      }
    }
  }

  /**
   * A member leaves, or is sent away.
   *
   * @param expelled whether the guild has decided so
   * @param reason in words, for people; empty for one who resigned
   */
  record Leave(String mark, Plate plate, boolean expelled, String reason) implements MemberWord {
    /** The most characters of a reason. */
    public static final int REASON_CHARACTERS_MAX = 200;

    public Leave {
      Ids.check("mark", mark);
      Objects.requireNonNull(plate, "plate");
      if (reason.length() > REASON_CHARACTERS_MAX) {
        throw new IllegalArgumentException(
            "a reason has at most " + REASON_CHARACTERS_MAX + " characters");
      }
    }
  }
}
