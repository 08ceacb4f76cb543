package fwq.common.talk.guild;

import fwq.common.park.ParkNumber;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.Secret;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What is asked of the guild over TCP. */
public sealed interface GuildRequest {
  /** Which park's guild; {@link Membership} needs none, since an application knows its own. */
  default int park() {
    return 0;
  }

  /**
   * Somebody applies.
   *
   * @param nationalId tells persons apart; it is kept by the guild alone
   * @param email kept by the guild alone
   * @param restock how much a delivery brings
   */
  record Join(
      int park,
      String name,
      String surname,
      Secret nationalId,
      Secret email,
      Plate plate,
      boolean premium,
      int restock)
      implements GuildRequest {
    /** What a delivery brings to one who asks for no number. */
    public static final int RESTOCK_DEFAULT = 50;

    public Join {
      ParkNumber.check(park);
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(surname, "surname");
      Objects.requireNonNull(nationalId, "nationalId");
      Objects.requireNonNull(email, "email");
      Objects.requireNonNull(plate, "plate");
      if (restock < 0) {
        throw new IllegalArgumentException("restock is not negative, got " + restock);
      }
    }
  }

  /** How does my application stand? Whoever knows its id may know, and get the key. */
  record AskMembership(Secret application) implements GuildRequest {
    public AskMembership {
      Ids.check("application", application.reveal());
    }
  }

  /** Who are the members, and who were or would be? */
  record ListMembers(int park, Optional<Boolean> premium, Optional<Membership> state)
      implements GuildRequest {
    public ListMembers {
      ParkNumber.check(park);
    }
  }

  /** Where are the carts? */
  record ListCarts(int park) implements GuildRequest {
    public ListCarts {
      ParkNumber.check(park);
    }
  }

  /**
   * What was sold on a day?
   *
   * @param date nothing for today
   * @param proof the operator's, who alone is told clients' names
   */
  record AskDay(int park, Optional<LocalDate> date, Optional<Proof> proof) implements GuildRequest {
    public AskDay {
      ParkNumber.check(park);
    }

    /** What the operator signs. */
    public String words() {
      return "day " + date.map(LocalDate::toString).orElse("");
    }
  }

  /** What do carts need, and what is under way to them? */
  record ListRestocks(int park) implements GuildRequest {
    public ListRestocks {
      ParkNumber.check(park);
    }
  }

  /**
   * What happened?
   *
   * @param after the number of the last event that is known; nothing for the newest
   */
  record ListEvents(int park, OptionalLong after) implements GuildRequest {
    public ListEvents {
      ParkNumber.check(park);
      if (after.orElse(0) < 0) {
        throw new IllegalArgumentException("events are numbered from 1");
      }
    }
  }

  /** What do I have left, by the guild's count? */
  record AskMine(int park, Plate plate, Proof proof) implements GuildRequest {
    public AskMine {
      ParkNumber.check(park);
      Objects.requireNonNull(plate, "plate");
      Objects.requireNonNull(proof, "proof");
    }

    /** What the member signs. */
    public static String words(Plate plate) {
      return "mine " + plate;
    }
  }

  /** There is a cart here. */
  record SendReport(int park, Position position) implements GuildRequest {
    public SendReport {
      ParkNumber.check(park);
      Objects.requireNonNull(position, "position");
    }
  }

  /** I leave. */
  record Resign(int park, Plate plate, Proof proof) implements GuildRequest {
    public Resign {
      ParkNumber.check(park);
      Objects.requireNonNull(plate, "plate");
      Objects.requireNonNull(proof, "proof");
    }

    /** What the member signs. */
    public static String words(Plate plate) {
      return "resign " + plate;
    }
  }

  /** The operator sends a member away. */
  record Expel(int park, Plate plate, String reason, Proof proof) implements GuildRequest {
    public Expel {
      ParkNumber.check(park);
      Objects.requireNonNull(plate, "plate");
      Objects.requireNonNull(proof, "proof");
      if (!PlainName.isText(reason, MemberWord.Leave.REASON_CHARACTERS_MAX)) {
        throw new IllegalArgumentException(
            "a reason has 1 to "
                + MemberWord.Leave.REASON_CHARACTERS_MAX
                + " characters that can be printed");
      }
    }

    /** What the operator signs. */
    public static String words(Plate plate, String reason) {
      return "expel " + plate + " " + reason;
    }
  }
}
