package fwq.web.park;

import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One park as this process hears it. Moments are nanoseconds by the monotonic clock. For one
 * thread.
 */
public final class LivePark {
  /** Without a newer frame for so long, the engine counts as away. */
  public static final long AWAY_NANOS = 3_000_000_000L;

  private static final long MILLI_NANOS = 1_000_000;

  private final long listeningSince;
  private MapFrame frame;
  private long heardAt;
  private long carried = -1;

  /** A park that is listened to from this moment on. */
  public LivePark(long nanos) {
    this.listeningSince = nanos;
  }

  /** Keeps the frame if it is newer; says whether it is. */
  public boolean heard(MapFrame other, long nanos) {
    boolean newer =
        frame == null
            || other.epoch() > frame.epoch()
            || (other.epoch() == frame.epoch() && other.seq() > frame.seq());
    if (newer) {
      frame = other;
      heardAt = nanos;
    }
    return newer;
  }

  /** The newest frame while it may be shown as live. */
  public Optional<MapFrame> live(long nanos) {
    return away(nanos) ? Optional.empty() : Optional.ofNullable(frame);
  }

  /** The newest frame, however old. */
  public Optional<MapFrame> last() {
    return Optional.ofNullable(frame);
  }

  /** How old the newest frame is, by when it came. */
  public long ageMillis(long nanos) {
    return (nanos - heardAt) / MILLI_NANOS;
  }

  /** Whether no frame has come for 3 s. */
  public boolean away(long nanos) {
    return nanos - (frame == null ? listeningSince : heardAt) >= AWAY_NANOS;
  }

  /**
   * The park's time: epoch milliseconds by the engine's clock, carried on by the monotonic one, and
   * never back. So two web processes whose own clocks differ stamp one guest's events alike.
   *
   * @return nothing before the first frame
   */
  public OptionalLong now(long nanos) {
    if (frame == null) {
      return OptionalLong.empty();
    }
    carried = Math.max(carried, frame.at() + ageMillis(nanos));
    return OptionalLong.of(carried);
  }
}
