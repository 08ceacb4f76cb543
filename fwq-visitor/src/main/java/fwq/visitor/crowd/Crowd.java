package fwq.visitor.crowd;

import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.ParkLink;
import fwq.guest.walk.Walker;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guests that walk by themselves until they are stopped, all on the thread that calls {@link #run}.
 * One who must log in again does so; one who has logged in elsewhere stays away.
 */
public final class Crowd implements ParkLink.Listener, Reception.Host {
  /** Guests that one program can be. */
  public static final int GUESTS_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);

  /** News not yet looked at. What does not fit is lost, and asked for again by the visits. */
  private static final int MAILBOX_MAX = 8 * GUESTS_MAX;

  private final List<String> aliases;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Pace pace;
  private final Reception reception;
  private final BiConsumer<VisitorEvent, SessionKey> send;
  private final BooleanSupplier brokerThere;
  private final Walker[] walkers;
  private final CrowdGuest[] guests;
  private final Queue<News> mailbox = new ArrayBlockingQueue<>(MAILBOX_MAX);

  /** News from the reception: at most one for each guest, and never lost. */
  private final Queue<News> arrivals = new ConcurrentLinkedQueue<>();

  private final AtomicReference<MapFrame> newest = new AtomicReference<>();
  private final Census census = new Census();
  private volatile int inside;
  private MapFrame seen;
  private long seenAt;
  private int slot;
  private int lost;

  /** What other threads tell the crowd's. */
  private sealed interface News {
    record Arrived(Session session, SessionKey key) implements News {}

    record Answered(String alias, Answer answer) implements News {}

    record TurnedAway(String alias, String why) implements News {}
  }

  /**
   * A crowd that has yet to log in.
   *
   * @param chance makes the guests choose the same way again
   * @param send where events go
   * @param brokerThere whether they can get there
   */
  public Crowd(
      List<String> aliases,
      Pace pace,
      long chance,
      Reception reception,
      BiConsumer<VisitorEvent, SessionKey> send,
      BooleanSupplier brokerThere) {
    this.aliases = List.copyOf(aliases);
    this.pace = pace;
    this.reception = reception;
    this.send = send;
    this.brokerThere = brokerThere;
    this.guests = new CrowdGuest[aliases.size()];
    this.walkers = new Walker[aliases.size()];
    SplittableRandom random = new SplittableRandom(chance);
    for (int number = 0; number < walkers.length; number++) {
      numbers.put(aliases.get(number), number);
      // One for each, so that the order in which they log in changes nobody's choices.
      walkers[number] = new Walker(random.split());
    }
  }

  /** Guests inside, when last counted. For any thread. */
  public int inside() {
    return inside;
  }

  @Override
  public void frame(MapFrame frame) {
    // Only the newest matters, and an engine that lost the park must not hide its successor.
    newest.accumulateAndGet(
        frame, (old, young) -> old == null || young.epoch() >= old.epoch() ? young : old);
  }

  @Override
  public void answer(String alias, Answer answer) {
    var _ = mailbox.offer(new News.Answered(alias, answer));
  }

  @Override
  public void arrived(Session session, SessionKey key) {
    arrivals.add(new News.Arrived(session, key));
  }

  @Override
  public void turnedAway(String alias, String why) {
    arrivals.add(new News.TurnedAway(alias, why));
  }

  /**
   * Lets all guests log in, enter and walk until stop is requested; then they leave.
   *
   * @throws Failure when not one of them can ever be inside
   */
  public void run(Stop stop) throws Failure, InterruptedException {
    reception.open(this);
    aliases.forEach(reception::admit);
    String who = aliases.size() == 1 ? aliases.getFirst() : aliases.size() + " guests";
    LOG.info("{} on the way to the park", who);
    long next = System.nanoTime();
    while (!stop.requested()) {
      turn(System.currentTimeMillis());
      next = Math.max(next + pace.slot().toNanos(), System.nanoTime());
      stop.await(Duration.ofNanos(next - System.nanoTime()));
    }
    long now = System.currentTimeMillis();
    for (CrowdGuest guest : guests) {
      if (guest != null) {
        guest.leave(now);
      }
    }
  }

  /** Reads the news, and lets the next group of guests tick. */
  void turn(long now) throws Failure {
    for (News news = arrivals.poll(); news != null; news = arrivals.poll()) {
      read(news, now);
    }
    for (News news = mailbox.poll(); news != null; news = mailbox.poll()) {
      read(news, now);
    }
    MapFrame fresh = newest.getAndSet(null);
    if (fresh != null) {
      seen = fresh;
      seenAt = now;
    }
    boolean walks = brokerThere.getAsBoolean();
    for (int number = slot; number < guests.length; number += Pace.SLOTS) {
      CrowdGuest guest = guests[number];
      if (guest != null) {
        if (seen != null) {
          guest.saw(seen, seenAt);
        }
        guest.tick(pace, walks, now);
      }
    }
    slot = (slot + 1) % Pace.SLOTS;
    if (slot == 0) {
      count(now);
    }
  }

  private void read(News news, long now) throws Failure {
    switch (news) {
      case News.Arrived(Session session, SessionKey key) -> {
        int number = numbers.get(session.alias());
        guests[number] = new CrowdGuest(session, key, walkers[number], send);
        guests[number].enter(now);
      }
      case News.Answered(String alias, Answer answer) -> {
        CrowdGuest guest = guests[numbers.get(alias)];
        if (guest != null) {
          guest.heard(answer, now);
          endIfOver(guest);
        }
      }
      case News.TurnedAway(String alias, String why) -> lose(alias, why);
    }
  }

  private void endIfOver(CrowdGuest guest) throws Failure {
    if (!guest.visit().over()) {
      return;
    }
    String alias = guest.visit().session().alias();
    guests[numbers.get(alias)] = null;
    switch (guest.visit().reason().orElseThrow()) {
      case EXPIRED, ENDED -> reception.admit(alias);
      case SUPERSEDED -> lose(alias, "logged in somewhere else, so this visit is over");
      case LEFT, FULL, CLOSED -> throw new IllegalStateException("neither ends a visit for good");
    }
  }

  private void lose(String alias, String why) throws Failure {
    lost++;
    if (lost == guests.length) {
      throw new Failure(alias + ": " + why);
    }
    // The first says it for all.
    if (lost == 1) {
      LOG.warn("one guest stays away, {}: {}", alias, why);
    }
  }

  private void count(long now) {
    int in = 0;
    boolean away = false;
    for (CrowdGuest guest : guests) {
      if (guest != null) {
        in += guest.visit().position().isPresent() ? 1 : 0;
        away |= guest.visit().engineAway(now);
      }
    }
    inside = in;
    census.log(guests.length, in, lost, away, now);
  }
}
