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
     */
    record Now(ParkMap map, long ageSeconds) implements Live {}

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
}
