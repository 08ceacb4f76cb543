package fwq.guild.cart;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Proof;
import fwq.guild.client.GuildAwayException;
import fwq.guild.client.GuildClient;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member's cart: says each second where it is, sells, and asks now and then what it has left.
 */
final class CartRun {
  private static final Logger LOG = LoggerFactory.getLogger(CartRun.class);
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int ASKED_SECONDS = 5;

  /** Batches whose arrival was told. */
  private static final int TOLD_MAX = 1_000;

  private final CartIdentity cart;
  private final GuildKey key;
  private final GuildClient guild;
  private final CartVoice voice;
  private final Vendor vendor;
  private final boolean isTill;
  private final InstantSource clock;
  private final Stock stock = new Stock();
  private final Set<Long> told = new HashSet<>();
  private Position position;
  private long lastAt = -1;
  private int seconds;
  private boolean isFull;

  /**
   * A cart that has its key.
   *
   * @param isTill whether a human sells, and not the vendor
   */
  CartRun(
      CartIdentity cart,
      GuildKey key,
      GuildClient guild,
      CartVoice voice,
      Position position,
      boolean isTill,
      InstantSource clock) {
    this.cart = cart;
    this.key = key;
    this.guild = guild;
    this.voice = voice;
    this.vendor = new Vendor(position);
    this.position = position;
    this.isTill = isTill;
    this.clock = clock;
  }

  /**
   * Sells until a stop is requested.
   *
   * @param map the park as it is now, if anybody knows
   * @param typed what a human does
   */
  void run(
      Stop stop, Supplier<Optional<ParkMap>> map, BlockingQueue<Deed> typed, RandomGenerator random)
      throws InterruptedException, Failure {
    long next = System.nanoTime();
    while (!stop.requested()) {
      long left = next - System.nanoTime();
      Deed deed = typed.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
      if (deed != null) {
        act(deed);
      }
      if (System.nanoTime() - next >= 0) {
        next += SECOND_NANOS;
        second(map.get(), random);
      }
    }
    typed.forEach(this::act);
  }

  private void second(Optional<ParkMap> map, RandomGenerator random) throws Failure {
    if (seconds++ % ASKED_SECONDS == 0) {
      ask();
    }
    if (!isTill) {
      List<Deed> deeds = vendor.second(map, stock.left(), random);
      deeds.forEach(this::act);
    }
    boolean _ = voice.say(new CartWord.Place(cart.plate(), nextAt(), position, stock.left()));
  }

  private void act(Deed deed) {
    switch (deed) {
      case Deed.Go it -> position = it.to();
      case Deed.Sell it -> sell(it);
    }
  }

  private void sell(Deed.Sell it) {
    boolean wasFull = isFull;
    isFull = !voice.hasRoom();
    if (isFull) {
      if (!wasFull) {
        LOG.warn(
            "{} sells no more: {} sales wait for the broker; going on when it returns",
            cart.plate(),
            voice.waiting());
      }
      return;
    }
    if (isTill && it.quantity() > stock.left()) {
      LOG.warn(
          "{} has {} left by what is known here, and sells {} all the same",
          cart.plate(),
          stock.left(),
          it.quantity());
    }
    long at = nextAt();
    int left = Math.max(0, stock.left() - it.quantity());
    if (voice.say(
        new CartWord.Sale(cart.plate(), at, it.client(), it.quantity(), left, position))) {
      stock.sell(at, it.quantity());
    } else {
      LOG.warn("{} does not sell {} to {}", cart.plate(), it.quantity(), it.client());
    }
  }

  private long nextAt() {
    lastAt = Math.max(lastAt + 1, clock.millis());
    return lastAt;
  }

  /** A guild that is away is asked again; meanwhile the cart sells what it knows that it has. */
  private void ask() throws Failure {
    try {
      Proof proof = Proof.of(key, cart.park(), GuildRequest.AskMine.words(cart.plate()));
      switch (guild.ask(new GuildRequest.AskMine(cart.park(), cart.plate(), proof))) {
        case GuildReply.Mine it -> {
          stock.count(it.at(), it.stock());
          lastAt = Math.max(lastAt, it.at().orElse(-1));
          it.deliveries().forEach(this::tell);
        }
        case GuildReply.Refused it -> LOG.warn("{}: {}", cart.plate(), it.error().message());
        case GuildReply it -> LOG.debug("not an answer: {}", it);
      }
    } catch (GuildAwayException e) {
      LOG.debug("{}", e.getMessage());
    }
  }

  private void tell(Delivery it) {
    if (!it.isUnderWay() && told.size() < TOLD_MAX && told.add(it.batch())) {
      LOG.info("{} got {} pieces, batch {}", cart.plate(), it.pieces(), it.batch());
    }
  }
}
