package fwq.common.talk.visit;

import static fwq.common.signing.Role.OPERATOR;

import fwq.common.park.DayHours;
import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.FoodCarts.Fugitive;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkMap.Headcount;
import fwq.common.park.ParkMap.Whereabouts;
import fwq.common.park.ParkSign;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The bytes of this conversation. */
final class VisitVectorsTest extends VectorsContract {
  @Override
  protected List<Vector> vectors() {
    return Stream.of(events(), operators(), engine()).flatMap(List::stream).toList();
  }

  private static List<Vector> events() {
    return List.of(
        event("enter", new VisitorEvent.Enter(new Session("ana", 1, 2), Long.MAX_VALUE)),
        event(
            "enter-shown",
            new VisitorEvent.Enter(new Session("ana", 1, 2, "a-_.9 B 0123456789ab"), 3)),
        event("enter-nobody", new VisitorEvent.Enter(new Session("ana", 1, 2, ""), 3)),
        event("ended", Ended.upTo("ana", 1, Long.MAX_VALUE)),
        event("move", new VisitorEvent.Move("A".repeat(20), 0, Position.ofCell(399))),
        event("here", new VisitorEvent.Here("ana", 1_700_000_000_000L)),
        event("leave", new VisitorEvent.Leave("_", Long.MAX_VALUE)));
  }

  private static List<Vector> operators() {
    return List.of(
        event("enter-operator", new VisitorEvent.Enter(new Session("boss", 1, 2, "", OPERATOR), 3)),
        operator("open", new OperatorWord.Gate(true, Optional.empty())),
        console(
            "close", new OperatorWord.Gate(false, Optional.of("Tormenta: volvemos a las 17 h ⛈"))),
        console("clear", new OperatorWord.Clear()),
        operator("capacity", new OperatorWord.Capacity(OptionalInt.of(OperatorWord.CAPACITY_MAX))),
        console("capacity-default", new OperatorWord.Capacity(OptionalInt.empty())),
        operator(
            "week",
            new OperatorWord.WeekHours(
                new TreeSet<>(List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)),
                DayHours.parse("18:00-02:00"))),
        operator(
            "date",
            new OperatorWord.DateHours(LocalDate.of(2026, 12, 24), Optional.of(DayHours.CLOSED))),
        operator(
            "date-usual", new OperatorWord.DateHours(LocalDate.of(9999, 12, 31), Optional.empty())),
        operator("name", new OperatorWord.Name(Optional.of("Parque de la Ñ"))),
        console("name-none", new OperatorWord.Name(Optional.empty())),
        console("zone", new OperatorWord.Zone(ZoneId.of("Europe/Madrid"))),
        operator(
            "ride",
            new OperatorWord.Running(
                9_999, RideState.DOWN, Cause.OPERATOR, Optional.of("A \"broken\" chain"))),
        console(
            "ride-weather",
            new OperatorWord.Running(0, RideState.OPEN, Cause.WEATHER, Optional.empty())),
        operator("present", new OperatorWord.Present()),
        said(
            "words",
            new EngineMessage.Words(
                3,
                7,
                List.of(
                    new SaidWord(
                        1,
                        "console",
                        2,
                        new OperatorWord.Gate(false, Optional.empty()),
                        SaidWord.Outcome.DONE),
                    new SaidWord(
                        3,
                        "boss",
                        Long.MAX_VALUE,
                        new OperatorWord.Running(
                            1, RideState.CLOSED, Cause.OPERATOR, Optional.of("Wind")),
                        SaidWord.Outcome.IDLE)))),
        said("words-none", new EngineMessage.Words(0, 0, List.of())),
        said(
            "map-sign",
            new MapFrame(
                0,
                1,
                2,
                3,
                4,
                new ParkMap(0, 0, List.of(stopped()), List.of(), List.of()).with(sign()))),
        told("refused-closed", 0, new Refused(0, Refusal.CLOSED)),
        told("gone-closed", 7, new Gone(1, Departure.CLOSED)));
  }

  private static RideStatus stopped() {
    return idle(2, "b", 1, RideState.NO_DATA, OptionalLong.of(0))
        .stopped(RideState.DOWN, Optional.of("Chain"));
  }

  private static ParkSign sign() {
    OpeningHours hours =
        new OpeningHours(
                Stream.of(
                        "closed",
                        "10:00-20:00",
                        "10:00-20:00",
                        "10:00-20:00",
                        "10:00-24:00",
                        "18:00-02:00",
                        "00:00-24:00")
                    .map(DayHours::parse)
                    .toList(),
                new TreeMap<>())
            .with(LocalDate.of(2026, 12, 25), DayHours.CLOSED)
            .with(LocalDate.of(2026, 12, 24), DayHours.parse("10:00-14:30"));
    return new ParkSign(
        false, Optional.of("Storm"), Optional.of("Fun Park"), ZoneId.of("Europe/Madrid"), hours);
  }

  private static Vector operator(String name, OperatorWord word) {
    return event(
        "operate-" + name,
        new Operate(Optional.of(new Session("boss", 1, 2, "boss", OPERATOR)), 3, word));
  }

  private static Vector console(String name, OperatorWord word) {
    return event("operate-" + name, new Operate(Optional.empty(), Long.MAX_VALUE, word));
  }

  private static List<Vector> engine() {
    Position last = Position.ofCell(399);
    ParkMap map =
        new ParkMap(
            3,
            Integer.MAX_VALUE,
            rides().subList(0, 3),
            List.of(new Headcount(Position.GATE, 1), new Headcount(last, 2)),
            List.of(
                new Whereabouts("ana", Position.GATE),
                new Whereabouts("B.b-_9 and 12", last),
                new Whereabouts("c", last)));
    ParkMap crowd =
        new ParkMap(
            201, 1_000, List.of(), List.of(new Headcount(Position.ofCell(21), 201)), List.of());
    return List.of(
        said(
            "map",
            new MapFrame(0, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, map)),
        said("map-empty", new MapFrame(Integer.MAX_VALUE, 0, 0, 0, 0, ParkMap.EMPTY)),
        said(
            "map-carts",
            new MapFrame(
                0,
                1,
                2,
                3,
                4,
                ParkMap.EMPTY.with(
                    Optional.of(
                        new FoodCarts(
                            List.of(
                                new CartSpot(Plate.of("CART-1"), Position.ofCell(399), 17),
                                new CartSpot(Plate.of("CART-2"), Position.GATE, 0)),
                            List.of(new Fugitive(Position.ofCell(42), 3))))))),
        said("map-crowd", new MapFrame(0, 1, 2, 3, 4, crowd)),
        told("admitted", Long.MAX_VALUE, new Admitted(Long.MAX_VALUE, last)),
        told("refused", 0, new Refused(0, Refusal.FULL)),
        told("rejected", 1, new Rejected(1, Rejection.TOO_FAR, Position.GATE)),
        told("gone", 7, new Gone(1, Departure.NOT_INSIDE)),
        told("gone-ended", 7, new Gone(1, Departure.ENDED)));
  }

  private static List<RideStatus> rides() {
    return List.of(
        RideStatus.open(
            new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20),
            54,
            25,
            1_700_000_000_000L),
        RideStatus.open(
            new Ride(9_999, "a".repeat(40), "Ñandú 🎢", Position.ofCell(399), 240, 10_000),
            100_000,
            Integer.MAX_VALUE,
            Long.MAX_VALUE),
        idle(1, "x".repeat(60), 0, RideState.NO_DATA, OptionalLong.empty()),
        idle(2, "b", 1, RideState.DOWN, OptionalLong.of(0)),
        idle(3, "c", 2, RideState.CLOSED, OptionalLong.empty()));
  }

  private static RideStatus idle(
      int id, String name, int cell, RideState state, OptionalLong readAt) {
    Ride ride = new Ride(id, "r_" + id, name, Position.ofCell(cell), 1, 1);
    return new RideStatus(ride, state, OptionalInt.empty(), OptionalInt.empty(), readAt);
  }

  private static Vector event(String name, ParkEvent message) {
    return Vector.of(EventCodec.class, name, message, EventCodec::write, EventCodec::read);
  }

  private static Vector told(String name, long epoch, EngineMessage.Answer answer) {
    return said(name, new EngineMessage.ToGuest(epoch, answer));
  }

  private static Vector said(String name, EngineMessage message) {
    return Vector.of(EngineCodec.class, name, message, EngineCodec::write, EngineCodec::read);
  }
}
