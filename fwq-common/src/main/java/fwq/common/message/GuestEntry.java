package fwq.common.message;

import fwq.common.park.Position;
import java.util.Objects;
import java.util.Optional;

/**
 * What the engine notes of one guest on the topic {@code Park}, for whoever runs the park after it.
 *
 * @param session the guest's newest session
 * @param at the {@code at} of the last event that counted: an equal or lower one is a replay
 * @param position where the guest is, or nothing when outside
 */
public record GuestEntry(Session session, long at, Optional<Position> position) {
  /** Refuses a missing field. */
  public GuestEntry {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(position, "position");
  }
}
