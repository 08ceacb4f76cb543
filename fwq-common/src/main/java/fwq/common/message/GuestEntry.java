package fwq.common.message;

import fwq.common.park.Position;
import java.util.Objects;
import java.util.Optional;

/**
 * What the engine notes of one guest on the topic {@code Park}, for whoever runs the park after it.
 *
 * @param session the guest's newest session
 * @param at the {@code at} of the last event that counted: an equal or lower one is a replay
 * @param heardAt when that was written, by the broker's clock; 0 for a guest outside
 * @param position where the guest is, or nothing when outside
 */
public record GuestEntry(Session session, long at, long heardAt, Optional<Position> position) {
  /** Refuses a missing field and times before 1970. */
  public GuestEntry {
    if (at < 0 || heardAt < 0) {
      throw new IllegalArgumentException("at and heardAt are milliseconds since 1970");
    }
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(position, "position");
  }
}
