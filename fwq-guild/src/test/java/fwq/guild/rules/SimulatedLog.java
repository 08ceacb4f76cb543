package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.MemberWord;
import fwq.guild.rules.MergedLog.Entry;
import fwq.guild.rules.MergedLog.Stream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A park's partitions, to which honest and other people write by lot. */
final class SimulatedLog {
  private static final String NOBODY = TestPark.mark("nobody");

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Tokyo"), ZoneId.of("America/New_York"));

  private final SplittableRandom random;
  private final Map<Stream, List<Entry<Spoken>>> partitions = new EnumMap<>(Stream.class);
  private final Map<Plate, Vendor> vendors = new HashMap<>();
  private long now = TestPark.MORNING;
  private int joins;

  /** What a record says, as far as the simulation tells records apart. */
  sealed interface Spoken {
    /** The guild's own, or garbage: time passes. */
    record Empty(Optional<ZoneId> zone) implements Spoken {}

    /** A cart's, signed with the key of that application. */
    record Cart(CartWord word, String signer) implements Spoken {}

    /** The guild's, about members. */
    record Member(MemberWord word) implements Spoken {}

    /** Anybody's. */
    record Seen(Position position) implements Spoken {}
  }

  /** A cart's own idea of itself. */
  private static final class Vendor {
    private String mark = NOBODY;
    private long at;
    private Position position = Position.GATE;
    private final List<Spoken.Cart> said = new ArrayList<>();
  }

  SimulatedLog(SplittableRandom random) {
    this.random = random;
    for (Stream stream : Stream.values()) {
      partitions.put(stream, new ArrayList<>());
    }
    tick();
  }

  List<Entry<Spoken>> partition(Stream stream) {
    return partitions.get(stream);
  }

  void tick() {
    write(Stream.CARTS, new Spoken.Empty(Optional.empty()));
  }

  /** Times are all different, so that what is checked against need not know the rule for ties. */
  private void write(Stream stream, Spoken record) {
    now++;
    List<Entry<Spoken>> its = partitions.get(stream);
    its.add(new Entry<>(stream, its.size(), now, record));
  }

  /**
   * Somebody does something.
   *
   * @param members whom the guild has accepted by now
   * @param waiting the marks of other applications
   */
  void step(Map<Plate, String> members, List<String> waiting) {
    switch (random.nextInt(24)) {
      case 0 -> pause(random.nextLong(3_001, 400_000));
      case 1, 2 -> pause(random.nextLong(0, 3_000));
      case 3, 4 -> join();
      case 5 -> leave(members, waiting);
      case 6 -> write(Stream.REPORTS, new Spoken.Seen(anywhere()));
      case 7 -> pile(Stream.REPORTS);
      case 8, 9 -> replay();
      case 10 -> forge(members);
      case 11 -> ticks(random.nextInt(1, 70));
      case 12 -> write(Stream.CARTS, new Spoken.Empty(Optional.of(pick(ZONES))));
      default -> speak(members);
    }
  }

  private void pause(long millis) {
    now += millis;
    tick();
  }

  private void ticks(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now += 1_000;
      tick();
    }
  }

  private void join() {
    boolean premium = random.nextInt(3) == 0;
    String plate = "CART-" + random.nextInt(12);
    String person = "person" + random.nextInt(12);
    MemberWord.Join join =
        new MemberWord.Join(
            TestPark.mark("application" + joins++),
            TestPark.mark(person),
            "Ana",
            "Gil",
            Plate.of(plate),
            premium,
            0,
            random.nextInt(1, 501));
    Stream stream = premium ? Stream.PREMIUM : Stream.ORDINARY;
    write(stream, new Spoken.Member(join));
    if (random.nextInt(5) == 0) {
      // A guild that was killed before it knew that this was written.
      write(stream, new Spoken.Member(join));
    }
  }

  private void leave(Map<Plate, String> members, List<String> waiting) {
    if (!members.isEmpty() && random.nextInt(4) == 0) {
      Plate plate = pick(List.copyOf(members.keySet()));
      boolean expelled = random.nextInt(4) == 0;
      MemberWord.Leave leave = new MemberWord.Leave(members.get(plate), plate, expelled, "");
      write(Stream.ORDINARY, new Spoken.Member(leave));
      write(Stream.ORDINARY, new Spoken.Member(leave));
    } else if (!waiting.isEmpty()) {
      MemberWord.Leave leave = new MemberWord.Leave(pick(waiting), Plate.of("CART-0"), false, "");
      write(Stream.PREMIUM, new Spoken.Member(leave));
    }
  }

  private void speak(Map<Plate, String> members) {
    if (members.isEmpty()) {
      return;
    }
    Plate plate = pick(List.copyOf(members.keySet()));
    Vendor vendor = vendors.computeIfAbsent(plate, _ -> new Vendor());
    if (!vendor.mark.equals(members.get(plate))) {
      vendor.mark = members.get(plate);
    }
    now += random.nextLong(0, 1_500);
    // A cart's clock is its own, but it rises.
    vendor.at = Math.max(vendor.at + 1, now + random.nextLong(-90_000, 70_000));
    if (random.nextInt(12) == 0) {
      vendor.position = anywhere();
    }
    CartWord word =
        random.nextInt(3) == 0
            ? new CartWord.Place(plate, vendor.at, vendor.position, random.nextInt(200))
            : new CartWord.Sale(
                plate,
                vendor.at,
                "client" + random.nextInt(5),
                random.nextInt(1, 30),
                random.nextInt(200),
                vendor.position);
    Spoken.Cart said = new Spoken.Cart(word, vendor.mark);
    vendor.said.add(said);
    write(Stream.CARTS, said);
  }

  private void replay() {
    List<Vendor> speakers = vendors.values().stream().filter(it -> !it.said.isEmpty()).toList();
    if (!speakers.isEmpty()) {
      write(Stream.CARTS, pick(pick(speakers).said));
    }
  }

  private void forge(Map<Plate, String> members) {
    Plate plate =
        members.isEmpty() || random.nextBoolean()
            ? Plate.of("EVIL-" + random.nextInt(3))
            : pick(List.copyOf(members.keySet()));
    CartWord word = new CartWord.Sale(plate, now + 5, "eve", 7, 3, anywhere());
    write(Stream.CARTS, new Spoken.Cart(word, NOBODY));
  }

  private void pile(Stream stream) {
    Position position = anywhere();
    for (int i = random.nextInt(40); i > 0; i--) {
      write(stream, new Spoken.Seen(random.nextBoolean() ? position : anywhere()));
    }
  }

  private Position anywhere() {
    return Position.ofCell(random.nextInt(Position.CELLS));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The carts' records that are not empty, in order, with their times. */
  List<Entry<Spoken>> carts() {
    return partitions.get(Stream.CARTS).stream()
        .filter(it -> it.value() instanceof Spoken.Cart)
        .toList();
  }

  /** When an application was written first. */
  Optional<Long> writtenAt(String mark) {
    return java.util.stream.Stream.of(Stream.PREMIUM, Stream.ORDINARY)
        .flatMap(it -> partitions.get(it).stream())
        .filter(it -> it.value() instanceof Spoken.Member m && m.word().mark().equals(mark))
        .map(Entry::at)
        .min(Long::compare);
  }
}
