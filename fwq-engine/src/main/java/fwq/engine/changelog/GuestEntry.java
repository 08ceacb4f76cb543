package fwq.engine.changelog;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Pace;
import java.util.Objects;
import java.util.Optional;

/**
 * What the engine notes of one guest on the topic {@code Park}, for whoever runs the park after it.
 *
 * @param session the guest's newest session, or the newest that is over
 * @param at the {@code at} of the last event that counted: an equal or lower one is a replay; 0
 *     when the session is over
 * @param heardAt when that was written, by the broker's clock; 0 for a guest outside
 * @param position where the guest is, or nothing when outside
 * @param ended whether that session and all before it are over, by a logout or a new password
 * @param pace how far what the guest said is paid for, by the broker's clock; 0 where nothing is
 */
public record GuestEntry(
    Session session, long at, long heardAt, Optional<Position> position, boolean ended, long pace) {
  /** Refuses times before 1970, and someone inside whose session is over. */
  public GuestEntry {
    if (at < 0 || heardAt < 0 || pace < 0) {
      throw new IllegalArgumentException("at, heardAt and pace are milliseconds since 1970");
    }
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(position, "position");
    if (ended && position.isPresent()) {
      throw new IllegalArgumentException("nobody is inside whose session is over");
    }
  }

  /** Of a guest whose session is not over, and who has not said much lately. */
  public GuestEntry(Session session, long at, long heardAt, Optional<Position> position) {
    this(session, at, heardAt, position, false, usualPace(heardAt, position.isPresent()));
  }

  /** Where the pace is that need not be noted: of someone inside who said one thing. */
  static long usualPace(long heardAt, boolean inside) {
    return inside ? heardAt + Pace.EVENT_MILLIS : 0;
  }

  /** Of a guest outside, of whom it is known that this session and all before it are over. */
  public static GuestEntry ended(Session last) {
    return new GuestEntry(last, 0, 0, Optional.empty(), true, 0);
  }
}
