package fwq.common.wire;

import fwq.common.message.Ended;
import fwq.common.message.EngineMessage;
import fwq.common.message.EngineMessage.Admitted;
import fwq.common.message.EngineMessage.Departure;
import fwq.common.message.EngineMessage.Gone;
import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.EngineMessage.Refusal;
import fwq.common.message.EngineMessage.Refused;
import fwq.common.message.EngineMessage.Rejected;
import fwq.common.message.EngineMessage.Rejection;
import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.GuestEntry;
import fwq.common.message.ParkEvent;
import fwq.common.message.Reading;
import fwq.common.message.RegistryReply;
import fwq.common.message.RegistryRequest;
import fwq.common.message.Reign;
import fwq.common.message.Secret;
import fwq.common.message.Session;
import fwq.common.message.VisitorEvent;
import fwq.common.message.WaitsReply;
import fwq.common.message.WaitsRequest;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkMap.Headcount;
import fwq.common.park.ParkMap.Whereabouts;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A message and the bytes it must have, which were written by hand into {@code vectors/NAME.json}.
 *
 * @param name of the file
 * @param message what it means
 * @param writer what is tested
 * @param reader what is tested
 */
record Vector(String name, Object message, Writer writer, Reader reader) {
  static final String NAME = "José \"Pepe\"\\Luis 🎢 مرحبا \0\n\t\u001b\u2028";

  /** Gives the message's bytes. */
  @FunctionalInterface
  interface Writer {
    byte[] write(Object message);
  }

  /** Gives the bytes' message. */
  @FunctionalInterface
  interface Reader {
    Object read(byte[] bytes) throws BadMessageException;
  }

  static List<Vector> all() {
    return Stream.of(requests(), replies(), waits(), events(), engine())
        .flatMap(List::stream)
        .toList();
  }

  byte[] bytes() {
    try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Object read(byte[] bytes) throws BadMessageException {
    return reader.read(bytes);
  }

  byte[] write(Object message) {
    return writer.write(message);
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Vector> requests() {
    return List.of(
        request(
            "register",
            new RegistryRequest.Register(
                "x','n','p',0,'1','-1')--",
                NAME,
                "a+b@example.com",
                new Secret("päss wörd🔑"),
                Optional.empty())),
        request(
            "register-shown",
            new RegistryRequest.Register(
                "ana", "Ana", "ana@example.com", new Secret("p"), Optional.of("Ana B."))),
        request("login", new RegistryRequest.Login("ana", new Secret("Pepe Luis"))),
        request("profile", new RegistryRequest.Profile(new Secret("aaa.bbb-_.ccc"))),
        request(
            "update",
            new RegistryRequest.Update(
                new Secret("t"),
                Optional.of(""),
                Optional.of("ñ@例え.jp"),
                Optional.of(new Secret(" ")),
                Optional.of(""))),
        request(
            "update-nothing",
            new RegistryRequest.Update(
                new Secret("t"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        request("logout", new RegistryRequest.Logout(new Secret("t"))));
  }

  private static List<Vector> replies() {
    return List.of(
        reply("done", new RegistryReply.Done()),
        reply(
            "logged-in",
            new RegistryReply.LoggedIn(
                new Secret("a.b.c"),
                new Session("A.b-c_0123456789abcd", 0, Long.MAX_VALUE),
                new Secret("A".repeat(43)))),
        reply(
            "logged-in-shown",
            new RegistryReply.LoggedIn(
                new Secret("a.b.c"), new Session("ana", 1, 2, "Ana B."), new Secret("k"))),
        reply("profile-of", new RegistryReply.ProfileOf("ana", NAME, "ana@example.com", "ana")),
        reply("profile-of-nobody", new RegistryReply.ProfileOf("ana", "Ana", "a@b.c", "")),
        reply("error", ErrorReply.of(ErrorCode.BAD_REQUEST, "no “such” thing 🤷")),
        reply("error-field", ErrorReply.invalid("name", "too long")),
        reply("error-later", ErrorReply.later(ErrorCode.BUSY, "later", Long.MAX_VALUE)));
  }

  private static List<Vector> waits() {
    return List.of(
        new Vector(
            "waits-request",
            new WaitsRequest(0),
            it -> Json.write((WaitsRequest) it),
            Json::readWaitsRequest),
        new Vector(
            "waits-request-park",
            new WaitsRequest(3),
            it -> Json.write((WaitsRequest) it),
            Json::readWaitsRequest),
        waitsReply("waits", new WaitsReply.Waits(rides())),
        waitsReply("waits-none", new WaitsReply.Waits(List.of())),
        waitsReply("error", ErrorReply.of(ErrorCode.BAD_REQUEST, "no “such” thing 🤷")),
        reading("reading", new Reading(0, 0, 105)),
        reading("reading-max", new Reading(0, 9_999, 100_000)),
        reading("reading-park", new Reading(3, 0, 105)),
        reading("reading-park-max", new Reading(999, 9_999, 100_000)));
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
        said("map-crowd", new MapFrame(0, 1, 2, 3, 4, crowd)),
        told("admitted", Long.MAX_VALUE, new Admitted(Long.MAX_VALUE, last)),
        told("refused", 0, new Refused(0, Refusal.FULL)),
        told("rejected", 1, new Rejected(1, Rejection.TOO_FAR, Position.GATE)),
        told("gone", 7, new Gone(1, Departure.NOT_INSIDE)),
        told("gone-ended", 7, new Gone(1, Departure.ENDED)),
        entry("guest", new GuestEntry(new Session("ana", 1, 2), 3, 4, Optional.of(last))),
        entry(
            "guest-outside",
            new GuestEntry(new Session("ana", 0, 1), 0, Long.MAX_VALUE, Optional.empty())),
        entry(
            "guest-shown",
            new GuestEntry(new Session("ana", 1, 2, ""), 3, 4, Optional.of(Position.GATE))),
        entry("guest-ended", GuestEntry.ended(new Session("ana", 1, 2))),
        new Vector(
            "reign",
            new Reign(1, Long.MAX_VALUE, 2),
            it -> Json.write((Reign) it),
            Json::readReign));
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

  private static Vector request(String name, RegistryRequest message) {
    return new Vector(
        name, message, it -> Json.write((RegistryRequest) it), Json::readRegistryRequest);
  }

  private static Vector reply(String name, RegistryReply message) {
    return new Vector(name, message, it -> Json.write((RegistryReply) it), Json::readRegistryReply);
  }

  private static Vector waitsReply(String name, WaitsReply message) {
    return new Vector(name, message, it -> Json.write((WaitsReply) it), Json::readWaitsReply);
  }

  private static Vector reading(String name, Reading message) {
    return new Vector(name, message, it -> Json.write((Reading) it), Json::readReading);
  }

  private static Vector event(String name, ParkEvent message) {
    return new Vector(name, message, it -> Json.write((ParkEvent) it), Json::readParkEvent);
  }

  private static Vector entry(String name, GuestEntry message) {
    return new Vector(name, message, it -> Json.write((GuestEntry) it), Json::readGuestEntry);
  }

  private static Vector told(String name, long epoch, EngineMessage.Answer answer) {
    return said(name, new EngineMessage.ToGuest(epoch, answer));
  }

  private static Vector said(String name, EngineMessage message) {
    return new Vector(name, message, it -> Json.write((EngineMessage) it), Json::readEngineMessage);
  }
}
