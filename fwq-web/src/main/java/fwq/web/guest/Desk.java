package fwq.web.guest;

import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.web.event.Away;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.park.ParkNow;
import fwq.web.park.Parks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns all guests and parks of this process. What others want of them is a task
 * for it; of frames only the newest of each park waits.
 */
public final class Desk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** Tasks that wait; beyond it a request is told that there is too much to do. */
  private static final int TASKS_MAX = 50_000;

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long TICK_NANOS = 50_000_000;

  /** Guests move in every so many ticks: four times a second. */
  private static final int TICKS_A_MOVE = 5;

  /** What is away is said again in every so many ticks: 2 s. */
  private static final int TICKS_A_REMINDER = 40;

  /** A comment in every so many ticks: 15 s. */
  private static final int TICKS_A_COMMENT = 300;

  private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
  private final Map<Integer, Heard> frames = new ConcurrentHashMap<>();
  private final Guests guests;
  private final InstantSource clock;
  private final Thread thread;
  private volatile boolean closing;
  private int ticks;

  private record Heard(MapFrame frame, long nanos) {}

  /** What is to be done with the guests. */
  @FunctionalInterface
  interface Task<T> {
    T run(Guests guests, long nanos) throws ProblemException;
  }

  /** A desk that is served from now on. */
  public Desk(Voice voice, RandomGenerator random, InstantSource clock) {
    this.guests = new Guests(new Parks(), voice, random);
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("desk").daemon().start(this::run);
  }

  /** A park that is listened to from now on. */
  public void addPark(int park) {
    later((all, nanos) -> all.parks().add(park, nanos));
  }

  /** An engine drew a picture. */
  public void frame(MapFrame frame) {
    frames.merge(
        frame.park(),
        new Heard(frame, System.nanoTime()),
        (old, young) -> young.frame().epoch() >= old.frame().epoch() ? young : old);
  }

  /** Operators said this last to a park. */
  public void told(int park, List<SaidWord> words) {
    later((all, _) -> all.parks().room(park).ifPresent(room -> room.told(words)));
  }

  /** An engine answered one of this alias's logins. */
  public void answer(int park, String alias, Answer answer) {
    later((all, nanos) -> all.heard(park, alias, answer, nanos));
  }

  /** All parks as they are known now. */
  public List<ParkNow> parks() throws ProblemException, InterruptedException {
    return ask((all, nanos) -> all.parks().now(nanos));
  }

  /** Something went away, or came back. */
  public void away(Away what, boolean away) {
    later((all, _) -> all.parks().away(what, away, clock.millis()));
  }

  /** Something to do soon. */
  @FunctionalInterface
  interface Errand {
    void run(Guests guests, long nanos);
  }

  /** Has this done soon. When there is far too much to do, it is not: visits ask again. */
  void later(Errand errand) {
    if (!tasks.offer(() -> errand.run(guests, System.nanoTime()))) {
      LOG.warn("more than {} tasks wait; one is dropped", TASKS_MAX);
    }
  }

  /** Has this done, and waits for what it gives. */
  <T> T ask(Task<T> task) throws ProblemException, InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    boolean taken =
        tasks.offer(
            () -> {
              try {
                result.complete(task.run(guests, System.nanoTime()));
              } catch (ProblemException | RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    try {
      if (taken) {
        return result.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      // As if it had not been taken.
    }
    throw new ProblemException(Problem.later(503, "BUSY", "too much to do; try again", 2));
  }

  private void run() {
    long next = System.nanoTime();
    while (!closing) {
      try {
        Runnable task = tasks.poll(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (task != null) {
          task.run();
        }
        if (System.nanoTime() - next >= 0) {
          next = Math.max(next + TICK_NANOS, System.nanoTime());
          tick(System.nanoTime());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("this is a fault of the program itself; going on", e);
      }
    }
  }

  private void tick(long nanos) {
    Parks parks = guests.parks();
    for (Integer park : List.copyOf(frames.keySet())) {
      Heard heard = frames.remove(park);
      parks.heard(heard.frame(), heard.nanos());
    }
    parks.publish(nanos);
    ticks++;
    if (ticks % TICKS_A_MOVE == 0) {
      parks.away(Away.BROKER, !guests.brokerThere(), clock.millis());
      parks.watch(nanos, clock.millis());
      guests.tick(nanos, clock.millis());
    }
    if (ticks % TICKS_A_REMINDER == 0) {
      parks.remind();
    }
    if (ticks % TICKS_A_COMMENT == 0) {
      parks.comment();
    }
  }

  /** Tells all streams that this server closes. */
  @Override
  public void close() {
    later((all, _) -> all.parks().close());
    later((_, _) -> closing = true);
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
