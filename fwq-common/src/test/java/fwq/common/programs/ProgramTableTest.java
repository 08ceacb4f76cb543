package fwq.common.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.programs.ParkPart.ListenPort;
import fwq.common.programs.ParkPart.OwnOption;
import fwq.common.programs.ParkPart.Ready;
import fwq.common.programs.ProgramRow.Carrier;
import fwq.common.programs.Right.Kind;
import fwq.common.programs.Right.Operation;
import fwq.kit.kafka.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProgramTableTest {
  private static ProgramTable table(String text) {
    return ProgramTable.parse(text.lines().toList());
  }

  @Test
  void rowNeedsNothingButAName() {
    ProgramRow row = table("nothing: fwq-nothing fwq.nothing.NothingMain").row("nothing");
    assertEquals("fwq-nothing", row.module());
    assertEquals("fwq.nothing.NothingMain", row.main());
    assertEquals("nothing", row.user());
    assertEquals(Optional.empty(), row.park());
  }

  @Test
  void commandMayHaveTwoWords() {
    ProgramRow node = table("journal node: fwq-journal fwq.journal.NodeMain").row("journal node");
    assertEquals("journal-node", node.fileName());
  }

  @Test
  void everythingThatCanBeSaidIsRead() {
    ProgramRow row =
        table(
                """
                # A comment.
                guild: fwq-guild fwq.guild.GuildMain
                  takes   <port> <broker-ip> <broker-port>
                  does    keeps the guild's book
                  jvm     c1 -Xmx64m
                  user    book
                  rights  Carts:read,write group:fwq-guild transactions:fwq-guild-*
                  quota   write:64KB read:4MB threads:20%
                  carries books write:1GB read:2GB threads:300%
                  park    {port} 127.0.0.1 {broker} --carts {carts}
                  called  guild of carts
                  shows   {carts} carts
                  port    5300 --guild-port
                  ready   tls
                  after   broker registry
                  option  carts=3 carts that sell by themselves

                trips all: fwq-trips fwq.trips.AllMain
                  park    5150 {trips}
                  shows   a travel agency
                  after   open
                  option  trips a travel agency, too
                """)
            .row("guild");
    ParkPart park = row.park().orElseThrow();
    assertEquals(List.of("c1", "-Xmx64m"), row.jvm());
    assertEquals("book", row.user());
    assertEquals(
        List.of(
            new Right(Kind.TOPIC, "Carts", false, Set.of(Operation.READ, Operation.WRITE)),
            new Right(Kind.GROUP, "fwq-guild", false, Set.of(Operation.READ)),
            new Right(Kind.TRANSACTIONS, "fwq-guild-", true, Set.of(Operation.WRITE))),
        row.rights());
    assertEquals(Optional.of(new Quota(64 << 10, 4 << 20, 20)), row.quota());
    assertEquals(
        Optional.of(new Carrier("books", new Quota(1L << 30, 2L << 30, 300))), row.carries());
    assertEquals("books", row.userInPark());
    assertEquals(List.of("book", "books"), row.users());
    assertEquals(Optional.of(new ListenPort(5300, "--guild-port")), park.port());
    assertEquals(Optional.of(new Ready.Frame(true)), park.ready());
    assertEquals(List.of("broker", "registry"), park.after());
    assertEquals(
        Optional.of(new OwnOption("carts", OptionalInt.of(3), "carts that sell by themselves")),
        park.option());
  }

  @Test
  void mistakeIsASentenceThatNamesTheLine() {
    for (String mistake :
        List.of("  does something", "Sensor fwq-sensor", "a: fwq-a A\n  dose it", "a b c: x Y")) {
      var e = assertThrows(IllegalArgumentException.class, () -> table(mistake));
      assertTrue(e.getMessage().startsWith("line "), e.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> table("a: fwq-a A\na: fwq-a B"));
    assertThrows(IllegalArgumentException.class, () -> table("a: fwq-a A\n  rights SD"));
    assertThrows(IllegalArgumentException.class, () -> table("a: fwq-a A\n  rights SD:eat"));
    String rights = "a: fwq-a A\n  rights SD:read";
    assertThrows(IllegalArgumentException.class, () -> table(rights), "guests' would count");
    for (String quota : List.of("", "64KB", "write:0KB read:1KB threads:1%")) {
      assertThrows(IllegalArgumentException.class, () -> table(rights + "\n  quota " + quota));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> table("a: fwq-a A\n  park x\n  port 9 --p\n  ready soon"));
    assertThrows(IllegalArgumentException.class, () -> table("a: fwq-a A\n  park x"));
  }

  @Test
  void programThatAParkHasOnlyIfAskedIsNotUsual() {
    String row = "a: fwq-a A\n  park x\n  shows it\n";
    assertTrue(table(row).row("a").park().orElseThrow().isUsual());
    assertTrue(table(row + "  option n=3 some").row("a").park().orElseThrow().isUsual());
    assertFalse(table(row + "  option n=0 some").row("a").park().orElseThrow().isUsual());
    assertFalse(table(row + "  option n some").row("a").park().orElseThrow().isUsual());
  }

  @Test
  void templateLeavesOutInBracketsWhatIsMissing() {
    Template template = new Template("{port} 127.0.0.1:{broker} [--rides {rides}]");
    Map<String, String> values = Map.of("port", "1500", "broker", "9092");
    assertEquals(Optional.of(List.of("1500", "127.0.0.1:9092")), template.fill(values));
    assertEquals(Optional.empty(), template.fill(Map.of("broker", "9092")));
  }

  @Test
  void templateMayNeedAValueWithoutSayingIt() {
    Template template = new Template("all 5150 [--lang {lang}] {trips?}");
    assertEquals(Optional.empty(), template.fill(Map.of("lang", "es")));
    assertEquals(Optional.of(List.of("all", "5150")), template.fill(Map.of("trips", "--trips")));
  }

  @Test
  void valueIsOneWordWhateverIsInIt() {
    assertEquals(
        Optional.of(List.of("--rides", "my park/$1 [a] {b}.csv")),
        new Template("[--rides {rides}]").fill(Map.of("rides", "my park/$1 [a] {b}.csv")));
  }

  @Test
  void rightsOfTheTableAreAboutTheTopicsThereAre() {
    Set<String> topics =
        Stream.concat(Topics.ALL.stream(), Topics.ON_DEMAND.stream())
            .map(Topic::name)
            .collect(Collectors.toSet());
    Set<String> named =
        Installation.here().table().rows().stream()
            .flatMap(row -> row.rights().stream())
            .filter(right -> right.kind() == Kind.TOPIC)
            .map(Right::name)
            .collect(Collectors.toSet());
    assertEquals(topics, named);
  }

  @Test
  void whoeverMayDoSomethingHasAQuotaAndRowsThatShareAUserLeaveItToOne() {
    List<String> users =
        Installation.here().table().rows().stream()
            .filter(row -> row.quota().isPresent())
            .flatMap(row -> row.users().stream())
            .toList();
    assertEquals(users.size(), Set.copyOf(users).size(), users.toString());
    assertTrue(users.containsAll(List.of("guest", "crowd", "web", "engine")), users.toString());
  }

  @Test
  void programsOfAParkWaitForProgramsOfIt() {
    List<ProgramRow> started =
        Installation.here().table().rows().stream().filter(row -> row.park().isPresent()).toList();
    for (ProgramRow row : started) {
      for (String other : row.park().orElseThrow().after()) {
        ParkPart awaited = Installation.here().table().row(other).park().orElseThrow();
        assertTrue(awaited.ready().isPresent() && !awaited.afterOpen(), row + " after " + other);
      }
    }
  }
}
