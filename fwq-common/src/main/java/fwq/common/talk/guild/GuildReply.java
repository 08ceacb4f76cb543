package fwq.common.talk.guild;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What the guild answers. Neither a national id nor a mail address is in any of it. */
public sealed interface GuildReply {
  /** The request was not carried out. */
  record Refused(ErrorReply error) implements GuildReply {
    /** An error without field or retry time. */
    public static Refused of(Enum<?> code, String message) {
      return new Refused(ErrorReply.of(code, message));
    }

    /** A field that breaks its rule. */
    public static Refused invalid(String field, String message) {
      return new Refused(ErrorReply.invalid(field, message));
    }
  }

  /** It is done, or will be as soon as the broker has it. */
  record Done() implements GuildReply {}

  /**
   * The application is kept.
   *
   * @param application its id; whoever knows it gets the member's key
   * @param decidedBy when it will have been decided, epoch milliseconds by the broker's clock
   */
  record Received(Secret application, long decidedBy) implements GuildReply {
    public Received {
      Ids.check("application", application.reveal());
      checkTime(decidedBy);
    }
  }

  /**
   * How an application stands.
   *
   * @param key the member's, to sign with, once accepted and while that lasts
   * @param why of a rejection
   */
  record Standing(Membership state, Optional<Secret> key, Optional<Rejection> why)
      implements GuildReply {
    public Standing {
      if (key.isPresent() != (state == Membership.ACCEPTED)
          || why.isPresent() != (state == Membership.REJECTED)) {
        throw new IllegalArgumentException("members have a key, and rejections a reason");
      }
    }
  }

  /**
   * Members and those who were or would be, the newest first.
   *
   * @param more how many more there are
   */
  record Members(List<Member> members, int more) implements GuildReply {
    /** So many fit into one reply. */
    public static final int MEMBERS_MAX = 100;

    public Members {
      members = List.copyOf(members);
      checkCount(members, MEMBERS_MAX);
      checkTime(more);
    }
  }

  /**
   * One line of the list.
   *
   * @param since when it came to be what it is; of one that waits, when it was written
   */
  record Member(
      Plate plate,
      String name,
      String surname,
      boolean premium,
      Membership state,
      Optional<Rejection> why,
      long since) {
    public Member {
      Objects.requireNonNull(plate, "plate");
      Objects.requireNonNull(state, "state");
      PlainName.check("name", name);
      PlainName.check("surname", surname);
      checkTime(since);
    }
  }

  /**
   * Where carts are.
   *
   * @param time the newest of the broker's times that the guild has read
   */
  record Carts(long time, List<CartPlace> carts, List<Sighting> sightings) implements GuildReply {
    /** Carts of a park. */
    public static final int CARTS_MAX = 20;

    /** Fugitives of a park. */
    public static final int SIGHTINGS_MAX = 50;

    public Carts {
      carts = List.copyOf(carts);
      sightings = List.copyOf(sightings);
      checkCount(carts, CARTS_MAX);
      checkCount(sightings, SIGHTINGS_MAX);
      checkTime(time);
    }
  }

  /**
   * One cart.
   *
   * @param stock what it has left by the guild's count
   * @param secondsAgo since it was heard last
   */
  record CartPlace(Plate plate, Position position, int stock, int secondsAgo) {
    public CartPlace {
      Objects.requireNonNull(plate, "plate");
      Objects.requireNonNull(position, "position");
      checkTime(stock);
      checkTime(secondsAgo);
    }
  }

  /** A day's figures. */
  record Day(DayReport report) implements GuildReply {
    /** Hours of late sales that fit into one reply. */
    public static final int LATE_MAX = 200;

    public Day {
      checkCount(report.late(), LATE_MAX);
    }
  }

  /** What carts need, and what is under way or has arrived. */
  record Restocks(List<Need> needs, List<Delivery> deliveries) implements GuildReply {
    /** So many fit into one reply. */
    public static final int DELIVERIES_MAX = 100;

    public Restocks {
      needs = List.copyOf(needs);
      deliveries = List.copyOf(deliveries);
      checkCount(needs, Carts.CARTS_MAX);
      checkCount(deliveries, DELIVERIES_MAX);
    }
  }

  /** What happened, the oldest first. */
  record Events(List<GuildNews> events) implements GuildReply {
    /** So many fit into one reply. */
    public static final int EVENTS_MAX = 100;

    public Events {
      events = List.copyOf(events);
      checkCount(events, EVENTS_MAX);
    }
  }

  /**
   * A cart's own affairs.
   *
   * @param at of its newest word that is counted, by its own clock; nothing before the first
   * @param stock what is left after that
   */
  record Mine(OptionalLong at, int stock, List<Delivery> deliveries) implements GuildReply {
    public Mine {
      deliveries = List.copyOf(deliveries);
      checkCount(deliveries, Restocks.DELIVERIES_MAX);
      checkTime(at.orElse(0));
      checkTime(stock);
    }
  }

  private static void checkCount(List<?> list, int most) {
    if (list.size() > most) {
      throw new IllegalArgumentException("at most " + most + " fit, got " + list.size());
    }
  }

  private static void checkTime(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("times and counts are not negative, got " + number);
    }
  }
}
