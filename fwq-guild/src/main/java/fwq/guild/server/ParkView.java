package fwq.guild.server;

import fwq.common.park.Plate;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.Need;
import fwq.common.talk.guild.Sighting;
import fwq.guild.rules.Application;
import fwq.guild.rules.Cart;
import fwq.guild.rules.ParkGuild;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A park's guild as it was at one moment, for those who ask.
 *
 * @param time the largest log time read
 * @param takenAt when this was taken, nanoseconds of {@link System#nanoTime}
 * @param currentAt when the carts' partition had last been read to its end, the same
 * @param today the day that is under way
 */
record ParkView(
    long time,
    long takenAt,
    long currentAt,
    Optional<LocalDate> today,
    List<Application> applications,
    Map<Plate, Application> members,
    List<Cart> carts,
    List<Sighting> sightings,
    List<Need> needs,
    List<Delivery> deliveries) {
  /** Who has not read to the end for so long tells no places. */
  static final long BELIEVED_NANOS = 8_000_000_000L;

  private static final long NANOS_A_MILLI = 1_000_000;

  static ParkView of(ParkGuild guild, Optional<LocalDate> today, long takenAt, long currentAt) {
    return new ParkView(
        guild.time(),
        takenAt,
        currentAt,
        today,
        List.copyOf(guild.applications()),
        Map.copyOf(guild.members()),
        List.copyOf(guild.carts()),
        guild.sightings(),
        guild.needs(),
        guild.deliveries());
  }

  /** Whether this is how it is, and not how it was. */
  boolean isCurrent(long now) {
    return now - currentAt < BELIEVED_NANOS;
  }

  /** The log's time now, as far as can be told. */
  long timeAt(long now) {
    return time + (now - takenAt) / NANOS_A_MILLI;
  }

  /** The places of those that are there. */
  GuildReply.Carts places(long now) {
    List<GuildReply.CartPlace> there =
        carts.stream()
            .filter(Cart::isThere)
            .map(
                it ->
                    new GuildReply.CartPlace(
                        it.plate(),
                        it.place().orElseThrow(),
                        it.stock(),
                        (int) Math.max(0, (timeAt(now) - it.heardAt()) / 1_000)))
            .toList();
    return new GuildReply.Carts(time, there, sightings);
  }
}
