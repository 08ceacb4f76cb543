package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.DayReport;
import java.util.List;

/** What happened in a park's guild, for people to read and for the shell to act on. */
public sealed interface GuildEvent {
  /** When: log time. */
  long at();

  /** An application came to be accepted or rejected, or a member left or was sent away. */
  record Decided(long at, Application application) implements GuildEvent {}

  /** A sitting was held. */
  record Sat(long at, List<Application> decided) implements GuildEvent {
    public Sat {
      decided = List.copyOf(decided);
    }
  }

  /** A cart is there: for the first time, or again. */
  record Appeared(long at, Plate plate, Position position) implements GuildEvent {}

  /** A cart has been silent for a minute. */
  record Disappeared(long at, Plate plate, Position position) implements GuildEvent {}

  /** A cart that is no member's was seen. */
  record Sighted(long at, Position position) implements GuildEvent {}

  /** Deliveries are prepared for these carts. */
  record Ordered(long at, long batch, List<Plate> plates) implements GuildEvent {
    public Ordered {
      plates = List.copyOf(plates);
    }
  }

  /** A delivery has arrived. */
  record Delivered(long at, long batch, Plate plate, int pieces) implements GuildEvent {}

  /** Something that an operator should look at. */
  record Strange(long at, Plate plate, Oddity what, String detail) implements GuildEvent {}

  /** A day is over. */
  record DayClosed(long at, DayReport report) implements GuildEvent {}

  /** What is strange. */
  enum Oddity {
    /** More was sold than there was. */
    SOLD_TOO_MUCH,
    /** It moved more cells than seconds went by. */
    JUMPED,
    /** It sold where it cannot have been. */
    SOLD_FAR_AWAY
  }
}
