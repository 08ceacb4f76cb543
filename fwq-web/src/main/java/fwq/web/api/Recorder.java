package fwq.web.api;

import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import fwq.web.guest.Desk;
import fwq.web.history.Day;
import fwq.web.history.History;
import fwq.web.history.Minute;
import fwq.web.http.ProblemException;
import fwq.web.park.ParkNow;
import fwq.web.park.RideNow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves each minute of each park that is live, and makes room. On a thread of its own. */
public final class Recorder {
  /** What the history may take. */
  static final long BYTES_MAX = 1L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final long MINUTE_MILLIS = 60_000;
  private static final int LOOKS_A_REDUCTION = 720;

  private final Desk desk;
  private final History history;
  private final Map<Integer, Long> saved = new HashMap<>();

  /** Saves what this desk knows. */
  public Recorder(Desk desk, History history) {
    this.desk = desk;
    this.history = history;
  }

  /** Goes on until the stop. What cannot be saved is told, and the next minute tried. */
  public void run(Stop stop) throws InterruptedException {
    for (int looks = 0; !stop.await(LOOK); looks++) {
      try {
        for (ParkNow park : desk.parks()) {
          save(park);
        }
        if (looks % LOOKS_A_REDUCTION == 0) {
          reduce(BYTES_MAX);
        }
      } catch (ProblemException e) {
        // The desk has too much to do; the next look will find it.
      } catch (DatabaseException e) {
        LOG.warn("{}; the minute is not kept", e.getMessage());
      }
    }
  }

  /** Saves the minute of a picture that was drawn before this process began. */
  public void saw(MapFrame frame) throws DatabaseException {
    List<RideNow> rides =
        frame.map().rides().stream()
            .map(status -> new RideNow(status, frame.at(), OptionalLong.empty()))
            .toList();
    save(
        new ParkNow(
            frame.park(),
            frame.map().sign(),
            frame.at(),
            frame.at(),
            OptionalLong.empty(),
            frame.map().inside(),
            frame.map().capacity(),
            rides,
            Optional.empty()));
  }

  /** Saves this minute of a park, once. */
  void save(ParkNow park) throws DatabaseException {
    long minute = park.now() / MINUTE_MILLIS;
    if (park.awaySince().isPresent() || saved.getOrDefault(park.park(), -1L) >= minute) {
      return;
    }
    saved.put(park.park(), minute);
    history.save(
        park.park(),
        minute,
        park.inside(),
        park.capacity(),
        park.rides().stream()
            .map(
                ride -> {
                  Status status = Status.of(ride, park);
                  return new History.RideMinute(
                      ride.status().ride().id(),
                      new Minute(minute, status.code(), status.waitMinutes()));
                })
            .toList());
  }

  /** Keeps only a row a ride of the oldest days, while there is more than that. */
  void reduce(long bytesMax) throws DatabaseException {
    ZoneId zone = ZoneOffset.UTC;
    for (OptionalLong first = history.firstMinute();
        first.isPresent() && history.bytes() > bytesMax;
        first = history.firstMinute()) {
      LocalDate day = Times.day(MINUTE_MILLIS * first.getAsLong(), zone);
      long end = Day.begin(day.plusDays(1), zone);
      List<History.KeptDay> days = new ArrayList<>();
      for (History.Key key : history.rides(end)) {
        List<Minute> minutes = history.minutes(key.park(), key.ride(), Day.begin(day, zone), end);
        days.add(new History.KeptDay(key, Day.of(day, minutes)));
      }
      history.reduce(end, days);
    }
  }
}
