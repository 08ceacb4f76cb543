package fwq.guild.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Need;
import fwq.guild.rules.MergedLog.Entry;
import fwq.guild.rules.MergedLog.Stream;
import fwq.guild.rules.SimulatedLog.Spoken;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A guild that polls as it comes, stores now and then, and is killed now and then. */
final class SimulatedReader {
  private static final List<Stream> STREAMS = List.of(Stream.values());
  private static final Terms TERMS = TestPark.terms(TestPark.MADRID, 5);

  private final SimulatedLog log;
  private final SplittableRandom random;
  private final Fault fault;
  private final Map<Stream, Integer> read = new EnumMap<>(Stream.class);
  private Stored stored = Stored.empty();
  private MergedLog<Spoken> merged;
  private ParkGuild guild;

  /** What could be wrong with a guild, so that the simulation can show that it would notice. */
  enum Fault {
    NONE,
    OFFSETS_ARE_NOT_STORED_WITH_THE_STATE,
    ENDS_ARE_NOT_ASKED_FOR,
    WHAT_WAITS_IS_FORGOTTEN
  }

  /** What survives a kill. */
  record Stored(
      Map<Stream, Integer> offsets,
      ParkState.Clock clock,
      Optional<LocalDate> date,
      Optional<ZoneId> zone,
      Map<String, Application> applications,
      List<Cart> carts,
      List<Need> needs,
      List<Delivery> deliveries,
      List<fwq.common.talk.guild.Sighting> sightings,
      Map<String, Tally> tallies,
      List<GuildEvent> events) {
    static Stored empty() {
      ParkState none = ParkState.empty();
      return new Stored(
          Map.of(),
          none.clock(),
          none.date(),
          none.zone(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          List.of());
    }

    Stored with(Map<Stream, Integer> newOffsets, ParkState changes, List<GuildEvent> happened) {
      Map<String, Application> allApplications = new LinkedHashMap<>(applications);
      changes.applications().forEach(it -> allApplications.put(it.join().mark(), it));
      Map<String, Tally> allTallies = new TreeMap<>(tallies);
      changes
          .tallies()
          .forEach(it -> allTallies.put(it.date() + " " + it.plate() + it.kind() + it.name(), it));
      List<GuildEvent> allEvents = new ArrayList<>(events);
      allEvents.addAll(happened);
      return new Stored(
          Map.copyOf(newOffsets),
          changes.clock(),
          changes.date(),
          changes.zone(),
          allApplications,
          changes.carts(),
          changes.needs(),
          changes.deliveries(),
          changes.sightings(),
          allTallies,
          allEvents);
    }

    ParkState state() {
      return new ParkState(
          clock,
          date,
          zone,
          List.copyOf(applications.values()),
          carts,
          needs,
          deliveries,
          sightings,
          List.copyOf(tallies.values()));
    }
  }

  SimulatedReader(SimulatedLog log, SplittableRandom random, Fault fault) {
    this.log = log;
    this.random = random;
    this.fault = fault;
    start();
  }

  private void start() {
    merged = new MergedLog<>();
    guild = new ParkGuild(0, TERMS, stored.state());
    for (Stream stream : Stream.values()) {
      read.put(stream, stored.offsets().getOrDefault(stream, 0));
    }
  }

  Stored stored() {
    return stored;
  }

  Map<Plate, String> members() {
    Map<Plate, String> marks = new HashMap<>();
    guild.members().forEach((plate, it) -> marks.put(plate, it.join().mark()));
    return marks;
  }

  List<String> waitingMarks() {
    return guild.applications().stream()
        .filter(it -> it.state() != Membership.ACCEPTED)
        .map(it -> it.join().mark())
        .toList();
  }

  void step() {
    switch (random.nextInt(12)) {
      case 0 -> start();
      case 1, 2 -> store();
      default -> {
        poll(STREAMS.get(random.nextInt(STREAMS.size())), random.nextInt(30));
        if (random.nextBoolean()) {
          askForEnds();
        }
        fold();
      }
    }
  }

  void readAll() {
    for (int i = 0; i < 3; i++) {
      for (Stream stream : Stream.values()) {
        poll(stream, Integer.MAX_VALUE);
      }
      askForEnds();
      fold();
    }
    store();
  }

  private void poll(Stream stream, int most) {
    List<Entry<Spoken>> all = log.partition(stream);
    int from = read.get(stream);
    int to = (int) Math.min(all.size(), (long) from + most);
    all.subList(from, to).forEach(merged::add);
    read.put(stream, to);
  }

  /** The log does not grow meanwhile, so the end is the size. */
  private void askForEnds() {
    for (Stream stream : Stream.values()) {
      if (read.get(stream) == log.partition(stream).size()
          || fault == Fault.ENDS_ARE_NOT_ASKED_FOR) {
        merged.complete(stream, log.partition(Stream.CARTS).size());
      }
    }
  }

  private void fold() {
    Entry<Spoken> next = merged.peek(guild.time());
    while (next != null) {
      merged.remove(next);
      take(next);
      checkInvariants();
      next = merged.peek(guild.time());
    }
  }

  private void take(Entry<Spoken> entry) {
    if (entry.stream() == Stream.CARTS) {
      guild.pass(entry.at());
    }
    switch (entry.value()) {
      case Spoken.Empty it -> it.zone().ifPresent(guild::zone);
      case Spoken.Cart it -> guild.hear(it.word(), it.signer()::equals);
      case Spoken.Member it -> guild.hear(it.word(), entry.at());
      case Spoken.Seen it -> guild.report(it.position(), entry.at());
    }
  }

  private void store() {
    Map<Stream, Integer> offsets = new EnumMap<>(read);
    for (Stream stream : Stream.values()) {
      if (fault != Fault.WHAT_WAITS_IS_FORGOTTEN) {
        merged.nextOffset(stream).ifPresent(it -> offsets.put(stream, (int) it));
      }
    }
    if (fault == Fault.OFFSETS_ARE_NOT_STORED_WITH_THE_STATE) {
      stored = stored.with(stored.offsets(), guild.takeChanges(), guild.takeEvents());
    } else {
      stored = stored.with(offsets, guild.takeChanges(), guild.takeEvents());
    }
  }

  private void checkInvariants() {
    assertTrue(guild.members().size() <= TERMS.quota(), "more members than there is room for");
    Set<String> persons = new HashSet<>();
    guild
        .members()
        .values()
        .forEach(it -> assertTrue(persons.add(it.join().person()), "a person has two carts"));
    Set<Plate> ordered = new HashSet<>();
    guild.needs().forEach(it -> assertTrue(ordered.add(it.plate()), "a need is there twice"));
    guild.deliveries().stream()
        .filter(Delivery::isUnderWay)
        .forEach(it -> assertTrue(ordered.add(it.plate()), "a need is ordered for twice"));
    assertTrue(guild.needs().size() < Restocks.BATCH_CARTS, "five carts wait for a batch");
    guild
        .carts()
        .forEach(it -> assertTrue(guild.members().containsKey(it.plate()), "a cart of nobody"));
    assertTrue(guild.sightings().size() <= Sightings.SIGHTINGS_MAX, "too many sightings");
  }

  /** States the rules for sales a second time, and counts. */
  void checkAgainst(SimulatedLog theLog) {
    Map<String, Long> newest = new HashMap<>();
    Map<Plate, Long> expected = new TreeMap<>();
    for (Entry<Spoken> entry : theLog.carts()) {
      Spoken.Cart said = (Spoken.Cart) entry.value();
      boolean counts =
          isMember(said.signer(), said.word().plate(), entry.at())
              && said.word().at() <= entry.at() + 60_000
              && said.word().at() > newest.getOrDefault(said.signer(), -1L);
      if (counts) {
        newest.put(said.signer(), said.word().at());
        if (said.word() instanceof CartWord.Sale sale) {
          expected.merge(sale.plate(), (long) sale.quantity(), Long::sum);
        }
      }
    }
    Map<Plate, Long> counted = new TreeMap<>();
    stored.tallies().values().stream()
        .filter(it -> it.kind() == Tally.Kind.CLIENT)
        .forEach(it -> counted.merge(it.plate(), it.sold(), Long::sum));
    assertEquals(expected, counted, "pieces that were sold");
  }

  private boolean isMember(String mark, Plate plate, long at) {
    boolean member = false;
    for (GuildEvent event : stored.events()) {
      if (event instanceof GuildEvent.Decided(long decidedAt, Application it)
          && decidedAt <= at
          && it.join().mark().equals(mark)
          && it.join().plate().equals(plate)) {
        member = it.state() == Membership.ACCEPTED;
      }
    }
    return member;
  }
}
