package fwq.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.guild.GuildError;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildReplyCodec;
import fwq.common.talk.guild.Sighting;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CartsPollerTest {
  private static final long NOW = 1_000_000;

  private final CartsPoller poller =
      new CartsPoller(
          new HostPort("127.0.0.1", 9),
          new Trust.Plaintext(),
          new Stop(),
          () -> Instant.ofEpochMilli(NOW));

  CartsPollerTest() {
    poller.parks(Set.of(0));
  }

  private static byte[] full() {
    List<GuildReply.CartPlace> carts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      carts.add(
          new GuildReply.CartPlace(
              Plate.of("CART-0" + (10 + i)), Position.ofCell(399 - i), Integer.MAX_VALUE, 0));
    }
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sightings.add(new Sighting(Position.ofCell(399 - i), Integer.MAX_VALUE, 0, 0));
    }
    return GuildReplyCodec.write(new GuildReply.Carts(NOW, carts, sightings));
  }

  private static int frameBytes(Optional<FoodCarts> carts) {
    return EngineCodec.write(new MapFrame(0, 1, 2, 3, 4, ParkMap.EMPTY.with(carts))).length;
  }

  @Test
  void cartsAddSixHundredBytesAtMostToAFrameWhoeverAnswers() throws BadMessageException {
    poller.take(0, full());
    FoodCarts carts = poller.carts(0, NOW).orElseThrow();
    assertEquals(20, carts.carts().size());
    assertEquals(8, carts.fugitives().size());
    assertTrue(frameBytes(Optional.of(carts)) - frameBytes(Optional.empty()) <= 600);
  }

  @Test
  void frameTellsWhatTheGuildSaid() throws BadMessageException {
    poller.take(0, full());
    MapFrame frame = new MapFrame(0, 1, 2, 3, 4, ParkMap.EMPTY.with(poller.carts(0, NOW)));
    assertEquals(frame, EngineCodec.read(EngineCodec.write(frame)));
  }

  @Test
  void cartsAreUnknownEightSecondsAfterTheGuildWasHeard() throws BadMessageException {
    assertTrue(poller.carts(0, NOW).isEmpty());
    poller.take(0, full());
    assertTrue(poller.carts(0, NOW + 7_999).isPresent());
    assertTrue(poller.carts(0, NOW + 8_000).isEmpty());
  }

  @Test
  void guildThatDoesNotKnowTellsNothingNew() throws BadMessageException {
    poller.take(
        0, GuildReplyCodec.write(GuildReply.Refused.of(GuildError.NOT_CURRENT, "not known")));
    assertTrue(poller.carts(0, NOW).isEmpty());
  }
}
