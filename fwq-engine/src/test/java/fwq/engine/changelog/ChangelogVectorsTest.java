package fwq.engine.changelog;

import fwq.common.park.DayHours;
import fwq.common.park.OpeningHours;
import fwq.common.park.Position;
import fwq.common.park.RideState;
import fwq.common.signing.Session;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
        entry(
            "guest-paced",
            new GuestEntry(new Session("ana", 1, 2), 3, 4, Optional.of(last), false, 504)),
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
            new Ownership(1, 2, 3).of("vYQPTmZsQ1-JqxJyV2tCcw"),
            ChangelogCodec::write,
            ChangelogCodec::readReign),
        Vector.of(
            ChangelogCodec.class,
            "owner-paced",
            new Ownership(1, 2, 3, "", 54),
            ChangelogCodec::write,
            ChangelogCodec::readReign),
        office("office-none", OfficeEntry.NONE),
        office("office", office()));
  }

  private static OfficeEntry office() {
    OpeningHours hours = OpeningHours.ALWAYS.with(LocalDate.of(2026, 12, 25), DayHours.CLOSED);
    return new OfficeEntry(
        OptionalInt.of(50),
        Optional.of(new OfficeEntry.GateWord(false, Optional.of("Storm"))),
        Optional.of("Fun Park"),
        ZoneId.of("Europe/Madrid"),
        hours.with(DayOfWeek.MONDAY, DayHours.parse("10:00-20:00")),
        List.of(
            new OfficeEntry.Stop(2, Cause.OPERATOR, RideState.DOWN, Optional.of("Chain")),
            new OfficeEntry.Stop(2, Cause.WEATHER, RideState.CLOSED, Optional.empty())),
        List.of(
            new OfficeEntry.Desk("console", 0, 1, 2),
            new OfficeEntry.Desk("boss", 3, Long.MAX_VALUE, 4)),
        List.of(
            new SaidWord(
                1,
                "boss",
                2,
                new OperatorWord.Capacity(OptionalInt.of(50)),
                SaidWord.Outcome.DONE)));
  }

  private static Vector office(String name, OfficeEntry message) {
    return Vector.of(OfficeCodec.class, name, message, OfficeCodec::write, OfficeCodec::read);
  }

  private static Vector entry(String name, GuestEntry message) {
    return Vector.of(
        ChangelogCodec.class, name, message, ChangelogCodec::write, ChangelogCodec::readGuest);
  }
}
