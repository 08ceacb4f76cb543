package fwq.engine;

import fwq.common.park.FoodCarts;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildReplyCodec;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.GuildRequestCodec;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the guild where the carts of each park are that the engine holds. */
final class CartsPoller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(CartsPoller.class);

  /** Larger numbers are shown as these, so that a frame keeps its bound whoever answers. */
  private static final int STOCK_SHOWN_MAX = 9_999;

  private static final int COUNT_SHOWN_MAX = 9_999;

  private final PeerPoller<FoodCarts> poller;

  CartsPoller(HostPort guild, Trust trust, Stop stop, InstantSource clock) {
    poller = new PeerPoller<>(new Guild(guild, trust), stop, clock);
  }

  private record Guild(HostPort guild, Trust trust) implements PeerPoller.Peer<FoodCarts> {
    @Override
    public String name() {
      return "the guild at " + guild;
    }

    @Override
    public String without() {
      return "carts";
    }

    /** A park opens before its guild does, and need not have one. */
    @Override
    public boolean isExpected() {
      return false;
    }

    @Override
    public FrameClient connect() throws IOException {
      return FrameClient.connect(guild, PeerPoller.TIMEOUT, trust);
    }

    @Override
    public byte[] question(int park) {
      return GuildRequestCodec.write(new GuildRequest.ListCarts(park));
    }

    @Override
    public Optional<FoodCarts> read(int park, byte[] reply) throws BadMessageException {
      if (GuildReplyCodec.read(reply) instanceof GuildReply.Carts carts) {
        return Optional.of(onMap(carts));
      }
      LOG.debug("the guild does not know where the carts of park {} are", park);
      return Optional.empty();
    }
  }

  private static FoodCarts onMap(GuildReply.Carts all) {
    return new FoodCarts(
        all.carts().stream()
            .map(
                it ->
                    new FoodCarts.CartSpot(
                        it.plate(), it.position(), Math.min(it.stock(), STOCK_SHOWN_MAX)))
            .toList(),
        all.sightings().stream()
            .limit(FoodCarts.FUGITIVES_MAX)
            .map(it -> new FoodCarts.Fugitive(it.position(), Math.min(it.count(), COUNT_SHOWN_MAX)))
            .toList());
  }

  void parks(Set<Integer> held) {
    poller.parks(held);
  }

  /** A park's carts; nothing once what the guild said is old. */
  Optional<FoodCarts> carts(int park, long now) {
    return poller.newest(park).filter(it -> it.isBelieved(now)).map(PeerPoller.Heard::value);
  }

  @Override
  public void run() {
    poller.run();
  }

  /** Takes one reply of the guild. */
  void take(int park, byte[] reply) throws BadMessageException {
    poller.take(park, reply);
  }
}
