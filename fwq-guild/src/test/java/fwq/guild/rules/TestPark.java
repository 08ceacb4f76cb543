package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Membership;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A park's guild to try rules on, whose clock ticks each second, as the real one's does. */
final class TestPark {
  /** When these parks begin: 2026-03-27 10:00 in Madrid, a whole minute. */
  static final long MORNING = Instant.parse("2026-03-27T09:00:00Z").toEpochMilli();

  static final Days MADRID = new Days(ZoneId.of("Europe/Madrid"), Days.MIDNIGHT);

  private final List<GuildEvent> events = new ArrayList<>();
  ParkGuild guild;
  private final Terms terms;
  private SimulatedReader.Stored stored = SimulatedReader.Stored.empty();
  long now;

  TestPark() {
    this(MADRID, MORNING);
  }

  TestPark(Days days, long begin) {
    this(terms(days, Terms.QUOTA_MAX), begin);
  }

  TestPark(Terms terms, long begin) {
    this.terms = terms;
    this.guild = new ParkGuild(0, terms, ParkState.empty());
    this.now = begin;
    guild.pass(now);
  }

  static TestPark withQuota(int quota) {
    return new TestPark(terms(MADRID, quota), MORNING);
  }

  static TestPark endingAt(LocalTime lastMinute, long begin) {
    return new TestPark(new Days(MADRID.zone(), lastMinute), begin);
  }

  static Terms terms(Days days, int quota) {
    return new Terms(
        days, Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(60), quota);
  }

  /** Seconds go by in which the guild alone speaks. */
  TestPark seconds(long seconds) {
    for (long i = 0; i < seconds; i++) {
      now += 1_000;
      guild.pass(now);
    }
    return this;
  }

  /** Time in which nobody speaks at all, the guild neither, and then it does. */
  TestPark nothingFor(long millis) {
    now += millis;
    guild.pass(now);
    return this;
  }

  /** An ordinary application, by a person who has the plate's name. */
  TestPark join(String plate) {
    return join(plate, plate, false);
  }

  TestPark joinPremium(String plate) {
    return join(plate, plate, true);
  }

  TestPark join(String plate, String person, boolean premium) {
    guild.hear(application(plate, person, premium), now);
    return this;
  }

  /** A member who sells the plate's goods. */
  TestPark member(String plate) {
    return member(plate, 50);
  }

  TestPark member(String plate, int restock) {
    guild.hear(
        new MemberWord.Join(
            mark(plate + plate + true),
            mark(plate),
            "Ana",
            "Gil",
            Plate.of(plate),
            true,
            0,
            restock),
        now);
    return this;
  }

  static MemberWord.Join application(String plate, String person, boolean premium) {
    return new MemberWord.Join(
        mark(plate + person + premium),
        mark(person),
        "Ana",
        "Gil",
        Plate.of(plate),
        premium,
        0,
        50);
  }

  TestPark leave(String plate, boolean expelled) {
    Application member = guild.members().get(Plate.of(plate));
    guild.hear(new MemberWord.Leave(member.join().mark(), Plate.of(plate), expelled, ""), now);
    return this;
  }

  Membership membership(String plate, String person, boolean premium) {
    return guild.application(mark(plate + person + premium)).orElseThrow().state();
  }

  Membership membership(String plate) {
    return membership(plate, plate, false);
  }

  /** Ids that tests can read. */
  static String mark(String text) {
    return HexFormat.of().toHexDigits(text.hashCode() * 31L).repeat(2);
  }

  /** A signed word, a second after the one before. */
  Verdict place(String plate, int cell, int stock) {
    now += 1_000;
    guild.pass(now);
    return say(new CartWord.Place(Plate.of(plate), now, Position.ofCell(cell), stock));
  }

  Verdict sale(String plate, String client, int quantity) {
    now += 1_000;
    guild.pass(now);
    return saleMadeAt(plate, client, quantity, now);
  }

  /** Says at the park's time what is claimed to have been sold at another. */
  Verdict saleMadeAt(String plate, String client, int quantity, long at) {
    Position position =
        guild.carts().stream()
            .filter(it -> it.plate().equals(Plate.of(plate)))
            .findFirst()
            .flatMap(Cart::place)
            .orElse(Position.GATE);
    return say(
        new CartWord.Sale(
            Plate.of(plate),
            at,
            client,
            quantity,
            stock(plate) - quantity < 0 ? 0 : stock(plate) - quantity,
            position));
  }

  Verdict say(CartWord word) {
    Application member = guild.members().get(word.plate());
    return guild.hear(word, mark -> member != null && mark.equals(member.join().mark()));
  }

  int stock(String plate) {
    return cart(plate).map(Cart::stock).orElse(100);
  }

  Optional<Cart> cart(String plate) {
    return guild.carts().stream().filter(it -> it.plate().equals(Plate.of(plate))).findFirst();
  }

  boolean isThere(String plate) {
    return cart(plate).map(Cart::isThere).orElse(false);
  }

  Verdict report(int cell) {
    return guild.report(Position.ofCell(cell), now);
  }

  CartSales sales(String plate) {
    return guild.today().orElseThrow().carts().stream()
        .filter(it -> it.plate().equals(Plate.of(plate)))
        .findFirst()
        .orElseThrow();
  }

  /** The days that closed so far, with what each cart sold. */
  List<GuildEvent.DayClosed> closed() {
    return all(GuildEvent.DayClosed.class);
  }

  Optional<GuildEvent.DayClosed> closed(String date) {
    return closed().stream()
        .filter(it -> it.report().date().equals(LocalDate.parse(date)))
        .findFirst();
  }

  long soldOn(String date) {
    return closed(date).orElseThrow().report().carts().stream().mapToLong(CartSales::sold).sum();
  }

  /** All that happened so far. */
  List<GuildEvent> events() {
    events.addAll(guild.takeEvents());
    return events;
  }

  <E extends GuildEvent> List<E> all(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The guild is killed, and goes on from what it has stored. */
  TestPark killed() {
    events();
    stored = stored.with(Map.of(), guild.takeChanges(), List.of());
    guild = new ParkGuild(0, terms, stored.state());
    return this;
  }

  Map<Plate, Application> members() {
    return guild.members();
  }
}
