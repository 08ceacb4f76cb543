package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.RideStatus;
import fwq.guest.Trends;
import java.util.List;
import java.util.Optional;

/**
 * All that the park's screen shows.
 *
 * @param alias the guest at this terminal
 * @param park the park's number
 * @param links which programs are there
 * @param live the park as it is now, or why there is no live map
 * @param me where the guest is, if inside
 * @param status what the guest is doing, in a sentence
 * @param message what has happened lately, in a sentence, or empty
 * @param target the ride that the guest walks to by itself
 * @param autopilot whether the guest walks wherever the autopilot likes
 * @param trends where waits lead
 * @param alerts what the guest wants to be told of
 * @param front what stands before all that
 */
record ParkScene(
    String alias,
    int park,
    Links links,
    Live live,
    Optional<Position> me,
    String status,
    String message,
    Optional<RideStatus> target,
    boolean autopilot,
    Trends trends,
    Alerts alerts,
    Front front) {

  /** What is known of the park. */
  sealed interface Live {
    /**
     * A live picture.
     *
     * @param map the picture
     * @param ageSeconds how old it is
     * @param now epoch milliseconds
     */
    record Now(ParkMap map, long ageSeconds, long now) implements Live {}

    /**
     * Nothing that could be shown as live.
     *
     * @param headline what is missing
     * @param sentences what that means for the guest
     */
    record Unknown(String headline, List<String> sentences) implements Live {}
  }

  /** What the guest has opened before the map. */
  sealed interface Front {
    /** Nothing: keys walk. */
    record Nothing() implements Front {}

    /** All keys, explained. */
    record Help() implements Front {}

    /** A question. */
    record Question(Prompt prompt) implements Front {}
  }

  /** Whether a program is there. */
  enum Link {
    THERE("✓"),
    AWAY("✗"),
    UNKNOWN("…");

    private final String sign;

    Link(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** Which of the other programs are there. */
  record Links(Link registry, Link broker, Link engine) {}

  /** What can be known of the park. */
  enum Situation {
    /** A live map. */
    LIVE,
    /** Just arriving: nothing is wrong yet. */
    GOING,
    /** The broker has not answered yet. */
    NO_BROKER_YET,
    /** The broker was there and is not any more. */
    BROKER_AWAY,
    /** The engine has not answered yet. */
    NO_ENGINE_YET,
    /** The engine let the guest in, and has fallen silent. */
    ENGINE_AWAY;

    /** Which programs are there, as far as this tells. */
    Links links(Link registry) {
      return switch (this) {
        case LIVE -> new Links(registry, Link.THERE, Link.THERE);
        case GOING -> new Links(registry, Link.UNKNOWN, Link.UNKNOWN);
        case NO_BROKER_YET, BROKER_AWAY -> new Links(registry, Link.AWAY, Link.UNKNOWN);
        case NO_ENGINE_YET, ENGINE_AWAY -> new Links(registry, Link.THERE, Link.AWAY);
      };
    }
  }
}
