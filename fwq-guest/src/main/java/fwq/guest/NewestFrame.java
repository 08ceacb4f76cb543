package fwq.guest;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.Optional;

/**
 * The newest frame that a guest has heard, for as long as it may be shown as live. Moments are
 * epoch milliseconds by the guest's clock.
 */
final class NewestFrame {
  /** Without a newer frame for so long, the engine counts as away. */
  static final long AWAY_MILLIS = 3_000;

  private MapFrame frame;
  private long frameAt;
  private boolean listening;
  private long listeningSince;

  /** Silence counts from the moment someone began to listen. */
  void listen(long now) {
    if (!listening) {
      listening = true;
      listeningSince = now;
    }
  }

  /** Keeps the frame if it is newer, and only then takes it for a sign of life. */
  void heard(MapFrame other, long now) {
    // A lower epoch is an engine that lost the park and does not know it yet.
    if (frame == null
        || other.epoch() > frame.epoch()
        || (other.epoch() == frame.epoch() && other.seq() > frame.seq())) {
      frame = other;
      frameAt = now;
    }
  }

  Optional<ParkMap> map(long now) {
    notBefore(now);
    return frame == null || silentSince(frameAt, now) ? Optional.empty() : Optional.of(frame.map());
  }

  /** Whether the picture that is live has nobody there. */
  boolean isEmptyAt(Position place, long now) {
    return map(now)
        .filter(it -> it.cells().stream().noneMatch(cell -> cell.position().equals(place)))
        .isPresent();
  }

  boolean engineAway(long now) {
    notBefore(now);
    long since = frame == null ? listeningSince : Math.max(frameAt, listeningSince);
    return listening && silentSince(since, now);
  }

  /** Where the clock was set back, silence counts from now: or else for as long as it was set. */
  private void notBefore(long now) {
    frameAt = Math.min(frameAt, now);
    listeningSince = Math.min(listeningSince, now);
  }

  private static boolean silentSince(long then, long now) {
    return now - then >= AWAY_MILLIS;
  }
}
