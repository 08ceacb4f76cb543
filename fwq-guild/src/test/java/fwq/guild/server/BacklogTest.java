package fwq.guild.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What piled up while the guild was away: more than it holds at once, on all partitions. */
final class BacklogTest {
  private static final Plate PLATE = Plate.of("CART-1");
  private static final int SALES = 23_000;
  private static final int POLLS_MAX = 1_000;

  @TempDir private Path folder;
  private final TestGuild.Log log = new TestGuild.Log();

  private GuildKey member() throws Exception {
    try (TestGuild guild = new TestGuild(folder, log, "0".repeat(32)).seconds(1)) {
      GuildReply reply = guild.ask(guild.application("CART-1", "1111", true));
      guild.seconds(2);
      GuildRequest asked =
          new GuildRequest.AskMembership(
              assertInstanceOf(GuildReply.Received.class, reply).application());
      return GuildKey.decode(
          assertInstanceOf(GuildReply.Standing.class, guild.ask(asked)).key().orElseThrow());
    }
  }

  /** Pitfalls 58 and 59. */
  @Test
  void eachSaleAndReportOfItCountsOnce() throws Exception {
    GuildKey key = member();
    try (TestGuild guild = new TestGuild(folder, log, "1".repeat(32))) {
      for (int at = 1; at <= SALES; at++) {
        guild.say(new CartWord.Sale(PLATE, at, "c" + at % 7, 2, 90, Position.ofCell(42)), key);
        guild.junk("Carts", 1, "{\"type\":\"report\",\"position\":42}");
      }
      guild.junk("Carts", 0, "junk");
      GuildReply reply = guild.ask(guild.application("CART-2", "2222", true));
      assertInstanceOf(GuildReply.Received.class, reply);
      guild.flush();
      for (int poll = 0; poll < POLLS_MAX && counted(guild) < SALES; poll++) {
        guild.read();
      }
      guild.seconds(1);
      CartSales sales = day(guild).getFirst();
      assertEquals(SALES, sales.sales());
      assertEquals(2 * SALES, sales.sold());
      assertEquals(7, sales.clients());
      assertEquals(2, members(guild));
    }
  }

  private static long counted(TestGuild guild) throws Exception {
    return day(guild).stream().mapToLong(CartSales::sales).sum();
  }

  private static List<CartSales> day(TestGuild guild) throws Exception {
    GuildReply reply = guild.ask(new GuildRequest.AskDay(0, Optional.empty(), Optional.empty()));
    return assertInstanceOf(GuildReply.Day.class, reply).report().carts();
  }

  private static long members(TestGuild guild) throws Exception {
    GuildReply reply =
        guild.ask(new GuildRequest.ListMembers(0, Optional.empty(), Optional.empty()));
    return assertInstanceOf(GuildReply.Members.class, reply).members().size();
  }
}
