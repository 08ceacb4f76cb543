package fwq.guild.rules;

import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.Need;
import fwq.common.talk.guild.Sighting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A park's guild as it is stored. As what has changed since it was last stored, applications and
 * tallies are those that changed alone, as they are now; all else is whole.
 *
 * @param clock the numbers of which there is one for the park
 * @param date the day that is under way; nothing before the first record
 * @param zone the park's, if it was ever said; until then it is the operator's choice
 */
public record ParkState(
    Clock clock,
    Optional<LocalDate> date,
    Optional<ZoneId> zone,
    List<Application> applications,
    List<Cart> carts,
    List<Need> needs,
    List<Delivery> deliveries,
    List<Sighting> sightings,
    List<Tally> tallies) {
  public ParkState {
    applications = List.copyOf(applications);
    carts = List.copyOf(carts);
    needs = List.copyOf(needs);
    deliveries = List.copyOf(deliveries);
    sightings = List.copyOf(sightings);
    tallies = List.copyOf(tallies);
  }

  /**
   * Times and counts.
   *
   * @param time the largest log time read so far
   * @param sitting the last sitting that was held, epoch milliseconds
   * @param lastSale log time of the newest sale that counts, 0 before the first
   * @param batches how many batches there were
   * @param second the newest second, since 1970, in which a report was taken
   * @param reports how many were taken in it
   */
  public record Clock(
      long time, long sitting, long lastSale, long batches, long second, int reports) {}

  /** A park of which nothing is known. */
  public static ParkState empty() {
    return new ParkState(
        new Clock(0, 0, 0, 0, 0, 0),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
