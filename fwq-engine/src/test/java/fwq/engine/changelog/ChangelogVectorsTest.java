package fwq.engine.changelog;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.util.List;
import java.util.Optional;

/** The bytes of this conversation. */
final class ChangelogVectorsTest extends VectorsContract {
  @Override
  protected List<Vector> vectors() {
    return all();
  }

  private static List<Vector> all() {
    Position last = Position.ofCell(399);
    return List.of(
        entry("guest", new GuestEntry(new Session("ana", 1, 2), 3, 4, Optional.of(last))),
        entry(
            "guest-outside",
            new GuestEntry(new Session("ana", 0, 1), 0, Long.MAX_VALUE, Optional.empty())),
        entry(
            "guest-shown",
            new GuestEntry(new Session("ana", 1, 2, ""), 3, 4, Optional.of(Position.GATE))),
        entry("guest-ended", GuestEntry.ended(new Session("ana", 1, 2))),
        Vector.of(
            ChangelogCodec.class,
            "reign",
            new Ownership(1, Long.MAX_VALUE, 2),
            ChangelogCodec::write,
            ChangelogCodec::readReign),
        Vector.of(
            ChangelogCodec.class,
            "owner-of-log",
            new Ownership(1, 2, 3, "vYQPTmZsQ1-JqxJyV2tCcw"),
            ChangelogCodec::write,
            ChangelogCodec::readReign));
  }

  private static Vector entry(String name, GuestEntry message) {
    return Vector.of(
        ChangelogCodec.class, name, message, ChangelogCodec::write, ChangelogCodec::readGuest);
  }
}
