package fwq.guild.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.GuildError;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Proof;
import fwq.guild.client.ApplicationFile;
import fwq.guild.client.ProgramLock;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.Secret;
import fwq.kit.program.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guild whole but for the broker: TCP's bytes in, records out and in, SQLite, kills. */
final class GuildTest {
  private static final Plate PLATE = Plate.of("CART-1");

  @TempDir private Path folder;
  private final TestGuild.Log log = new TestGuild.Log();

  private TestGuild start() throws Exception {
    return new TestGuild(folder, log, "0".repeat(32)).seconds(1);
  }

  private static Secret apply(TestGuild guild, String plate, String person, boolean premium)
      throws Exception {
    GuildReply reply = guild.ask(guild.application(plate, person, premium));
    return assertInstanceOf(GuildReply.Received.class, reply).application();
  }

  private static GuildReply.Standing standing(TestGuild guild, Secret application)
      throws Exception {
    return assertInstanceOf(
        GuildReply.Standing.class, guild.ask(new GuildRequest.AskMembership(application)));
  }

  private static GuildKey member(TestGuild guild, String plate) throws Exception {
    Secret application = apply(guild, plate, plate.replace("-", ""), true);
    guild.seconds(2);
    return GuildKey.decode(standing(guild, application).key().orElseThrow());
  }

  private static CartWord sale(long at, String client, int quantity) {
    return new CartWord.Sale(PLATE, at, client, quantity, 90, Position.ofCell(42));
  }

  private static CartSales sales(TestGuild guild) throws Exception {
    GuildReply reply = guild.ask(new GuildRequest.AskDay(0, Optional.empty(), Optional.empty()));
    return assertInstanceOf(GuildReply.Day.class, reply).report().carts().getFirst();
  }

  @Test
  void premiumIsAcceptedAtOnceAndOrdinaryAtTheSitting() throws Exception {
    try (TestGuild guild = start()) {
      Secret ordinary = apply(guild, "CART-1", "1111", false);
      Secret premium = apply(guild, "CART-2", "2222", true);
      guild.seconds(2);
      assertEquals(Membership.ACCEPTED, standing(guild, premium).state());
      assertEquals(Membership.WAITING, standing(guild, ordinary).state());
      guild.seconds(60);
      assertEquals(Membership.ACCEPTED, standing(guild, ordinary).state());
      assertTrue(guild.screen.toString().contains("accepted, ordinary: CART-1"));
    }
  }

  @Test
  void applicationOutlivesAKillBeforeItIsWritten() throws Exception {
    Secret application;
    try (TestGuild guild = start()) {
      application = apply(guild, "CART-1", "1111", true);
    }
    // What the first wrote never reached the broker.
    try (TestGuild guild = new TestGuild(folder, log, "1".repeat(32)).read().seconds(3)) {
      assertEquals(Membership.ACCEPTED, standing(guild, application).state());
    }
  }

  /** Pitfalls 50 and 52. */
  @Test
  void eachSaleCountsOnceWhateverIsKilledForgedOrReplayed() throws Exception {
    GuildKey key;
    try (TestGuild guild = start()) {
      key = member(guild, "CART-1");
      guild.say(new CartWord.Place(PLATE, 1, Position.ofCell(42), 100), key);
      guild.say(sale(2, "ana", 2), key);
      guild.seconds(1);
      guild.say(sale(3, "bob", 3), key);
    }
    try (TestGuild guild = new TestGuild(folder, log, "1".repeat(32)).seconds(1)) {
      long before = guild.skipped();
      guild.say(sale(3, "bob", 3), key);
      guild.say(sale(4, "eve", 9), GuildKey.ofGuild(guild.secret));
      guild.junk("Carts", 0, "{\"type\":\"sale\",\"quantity\":-1}");
      guild.junk("Carts", 1, "x");
      guild.junk("Members", 0, "{\"type\":\"join\"}");
      guild.seconds(1);
      assertEquals(5, sales(guild).sold());
      assertEquals(2, sales(guild).clients());
      assertEquals(5, guild.skipped() - before);
    }
  }

  @Test
  void replayIntoAnEmptyFolderGivesTheSame() throws Exception {
    String first;
    try (TestGuild guild = start()) {
      GuildKey key = member(guild, "CART-1");
      guild.say(new CartWord.Place(PLATE, 1, Position.ofCell(42), 100), key);
      for (int i = 2; i < 30; i++) {
        guild.say(sale(i, "client" + i % 3, 4), key);
        guild.junk("Carts", 1, "{\"type\":\"report\",\"position\":" + 7 * i + "}");
        guild.seconds(1);
      }
      apply(guild, "CART-2", "2222", false);
      first = told(guild.seconds(800));
    }
    Path other = Files.createDirectory(folder.resolve("with a space"));
    try (TestGuild replay = new TestGuild(other, log, "1".repeat(32)).read()) {
      assertEquals(first, told(replay));
    }
  }

  private static String told(TestGuild guild) throws Exception {
    return Stream.of(
            new GuildRequest.ListMembers(0, Optional.empty(), Optional.empty()),
            new GuildRequest.ListRestocks(0),
            new GuildRequest.AskDay(0, Optional.empty(), Optional.empty()),
            new GuildRequest.ListEvents(0, OptionalLong.of(0)))
        .map(
            it -> {
              try {
                return guild.ask(it).toString();
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            })
        .toList()
        .toString();
  }

  /** Pitfall 105. */
  @Test
  void topicThatWasMadeAnewIsReadFromItsBeginning() throws Exception {
    GuildKey key;
    try (TestGuild guild = start()) {
      key = member(guild, "CART-1");
      guild.say(sale(2, "ana", 2), key);
      guild.seconds(30);
    }
    log.makeTopicsAnew();
    try (TestGuild guild = new TestGuild(folder, log, "1".repeat(32)).seconds(1)) {
      guild.say(sale(3, "bob", 3), key);
      guild.seconds(1);
      assertEquals(5, sales(guild).sold());
    }
  }

  /** Pitfalls 60 and 111. */
  @Test
  void daysFileIsWrittenOnceAndStays() throws Exception {
    Path file = folder.resolve("days/2026-11-28-park0.txt");
    try (TestGuild guild = start()) {
      GuildKey key = member(guild, "CART-1");
      guild.say(sale(2, "ana", 2), key);
      guild.seconds(1);
      log.now += 24 * 3_600_000;
      guild.seconds(1);
      assertTrue(Files.readString(file).contains("CART-1       2"));
      assertTrue(guild.screen.toString().contains("Sales of park 0 on 2026-11-28"));
    }
    Files.writeString(file, "an operator's own");
    try (TestGuild guild = new TestGuild(folder, log, "1".repeat(32)).seconds(1)) {
      assertEquals("an operator's own", Files.readString(file));
      assertTrue(guild.loop.rival().isEmpty());
    }
  }

  @Test
  void clientsNamesAreForTheOperatorAlone() throws Exception {
    try (TestGuild guild = start()) {
      GuildKey key = member(guild, "CART-1");
      guild.say(sale(2, "ana", 2), key);
      guild.seconds(1);
      assertTrue(sales(guild).frequent().isEmpty());
      GuildRequest.AskDay asked = new GuildRequest.AskDay(0, Optional.empty(), Optional.empty());
      Proof proof = Proof.of(GuildKey.ofOperator(guild.secret), 0, asked.words());
      GuildReply reply =
          guild.ask(new GuildRequest.AskDay(0, Optional.empty(), Optional.of(proof)));
      assertEquals(
          "ana",
          ((GuildReply.Day) reply).report().carts().getFirst().frequent().getFirst().client());
      assertError(
          GuildError.WRONG_SIGNATURE,
          guild.ask(
              new GuildRequest.AskDay(
                  0, Optional.empty(), Optional.of(Proof.of(key, 0, asked.words())))));
    }
  }

  @Test
  void memberAsksForItsOwnWithItsOwnKeyOnly() throws Exception {
    try (TestGuild guild = start()) {
      GuildKey key = member(guild, "CART-1");
      guild.say(new CartWord.Place(PLATE, 7, Position.ofCell(42), 100), key);
      guild.seconds(1);
      String words = GuildRequest.AskMine.words(PLATE);
      assertEquals(
          new GuildReply.Mine(OptionalLong.of(7), 100, List.of()),
          guild.ask(new GuildRequest.AskMine(0, PLATE, Proof.of(key, 0, words))));
      assertError(
          GuildError.WRONG_SIGNATURE,
          guild.ask(
              new GuildRequest.AskMine(
                  0, PLATE, Proof.of(GuildKey.ofGuild(guild.secret), 0, words))));
    }
  }

  @Test
  void whoIsExpelledIsOutForGood() throws Exception {
    try (TestGuild guild = start()) {
      GuildKey key = member(guild, "CART-1");
      Proof proof =
          Proof.of(GuildKey.ofOperator(guild.secret), 0, GuildRequest.Expel.words(PLATE, "cold"));
      assertError(
          GuildError.WRONG_SIGNATURE,
          guild.ask(
              new GuildRequest.Expel(
                  0, PLATE, "cold", Proof.of(key, 0, GuildRequest.Expel.words(PLATE, "cold")))));
      assertEquals(
          new GuildReply.Done(), guild.ask(new GuildRequest.Expel(0, PLATE, "cold", proof)));
      assertEquals(
          List.of("CART-1 APPLY DONE", "CART-1 EXPEL REFUSED", "CART-1 EXPEL DONE"),
          guild.noted.stream()
              .map(it -> it.alias() + " " + it.action() + " " + it.outcome())
              .toList());
      guild.seconds(2);
      Secret again = apply(guild, "CART-1", "9999", true);
      guild.seconds(2);
      assertEquals(Membership.REJECTED, standing(guild, again).state());
    }
  }

  @Test
  void applicationThatCannotBeSaysWhichFieldIsWrong() throws Exception {
    try (TestGuild guild = start()) {
      for (String id : List.of("", "x", "1'; DROP TABLE application", "\u001b[2J")) {
        GuildReply reply = guild.ask(guild.application("CART-1", id, false));
        assertError(ErrorCode.INVALID_FIELD, reply);
        assertEquals(Optional.of("nationalId"), ((GuildReply.Refused) reply).error().field(), id);
      }
    }
  }

  /** Pitfall 61. */
  @Test
  void nationalIdAndMailAreNeitherOnTheTopicNorInAList() throws Exception {
    try (TestGuild guild = start()) {
      Secret application = apply(guild, "CART-1", "12.345.678-9", false);
      guild.seconds(62);
      StringBuilder all = new StringBuilder(told(guild));
      for (int i = 0; i < 2; i++) {
        guild
            .log
            .of(new TopicPartition("Members", i))
            .forEach(it -> all.append(new String(it.value(), StandardCharsets.UTF_8)));
      }
      assertTrue(all.toString().contains("CART-1"));
      for (String secret : List.of("12345678", "12.345", "example.org", application.reveal())) {
        assertFalse(all.toString().contains(secret), secret);
      }
    }
  }

  @Test
  void secondGuildEndsWithASentence() throws Exception {
    try (TestGuild first = start()) {
      first.seconds(5);
      Path other = Files.createDirectory(folder.resolve("other"));
      try (TestGuild second = new TestGuild(other, log, "1".repeat(32))) {
        second.flush().read();
        first.read().flush();
        second.seconds(1);
        assertTrue(second.stop.requested());
        assertTrue(second.loop.rival().orElseThrow().contains("another guild"));
        first.seconds(1);
        assertFalse(first.stop.requested());
      }
    }
  }

  private static void assertError(Enum<?> code, GuildReply reply) {
    assertTrue(
        reply instanceof GuildReply.Refused refused && refused.error().is(code),
        () -> code + " was expected, got " + reply);
  }

  @Test
  void folderIsOneGuilds() throws Exception {
    try (ProgramLock _ = ProgramLock.ofGuild(folder)) {
      assertTrue(
          assertThrows(Failure.class, () -> ProgramLock.ofGuild(folder))
              .getMessage()
              .contains("another guild"));
    }
  }

  /** Pitfall 107. */
  @Test
  void cartIsOnePrograms() throws Exception {
    ApplicationFile cart = new ApplicationFile(folder, 0, PLATE);
    ApplicationFile other = new ApplicationFile(folder, 0, Plate.of("CART-2"));
    try (ProgramLock _ = ProgramLock.ofCart(cart);
        ProgramLock _ = ProgramLock.ofCart(other)) {
      assertTrue(
          assertThrows(Failure.class, () -> ProgramLock.ofCart(cart))
              .getMessage()
              .contains("CART-1-park0 already: stop that one first"));
    }
  }
}
