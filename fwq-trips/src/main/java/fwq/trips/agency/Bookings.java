package fwq.trips.agency;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyRequest.Book;
import fwq.common.talk.trips.Refusal;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Books and gives back trips, each on a thread of its own, and goes on with those that were not
 * finished when the agency last ended. Whoever asks waits for a while, and a trip goes on all the
 * same. For many threads.
 */
final class Bookings implements AutoCloseable {
  /** Trips that are booked or given back at once. */
  static final int RUNNING_MAX = 256;

  /** How long closing waits for what is being written. */
  private static final Duration CLOSE = Duration.ofSeconds(1);

  private final TripLog log;
  private final Saying saying;
  private final String currency;
  private final Duration answerLimit;
  private final InstantSource clock;

  /** By trip; guarded by this. */
  private final Map<UUID, TripRun> running = new HashMap<>();

  /** Too many trips are on their way. */
  static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Begins with nothing under way.
   *
   * @param answerLimit how long a guest is kept waiting
   */
  Bookings(TripLog log, Saying saying, String currency, Duration answerLimit, InstantSource clock) {
    this.log = log;
    this.saying = saying;
    this.currency = currency;
    this.answerLimit = answerLimit;
    this.clock = clock;
  }

  /** Goes on with what was not finished. */
  synchronized int resume() throws DatabaseException {
    for (TripRow row : log.unfinished()) {
      start(row);
    }
    return running.size();
  }

  /** Books a trip, or gives the answer that it had. */
  AgencyReply book(Book book, Optional<String> alias) throws DatabaseException, BusyException {
    CompletableFuture<TripRow> end;
    synchronized (this) {
      if (!running.containsKey(book.trip()) && running.size() >= RUNNING_MAX) {
        throw new BusyException();
      }
      TripRow row = log.begin(TripRow.of(book, clock.millis()), book.traveller(), alias, today());
      if (row.state() != State.CANCELLED && !row.isFor(book)) {
        return new AgencyReply.Refused(Optional.empty(), new Refusal.Differs());
      }
      end = end(row);
      if (row.state() == State.CANCELLING) {
        // It is decided; whoever asks again need not wait for a seller that is away.
        return row.answer(currency);
      }
    }
    return await(book.trip(), end).answer(currency);
  }

  /** Gives a trip back; one that is not known yet will not be booked either. */
  AgencyReply cancel(UUID trip) throws DatabaseException, BusyException {
    CompletableFuture<TripRow> end;
    synchronized (this) {
      if (!running.containsKey(trip) && running.size() >= RUNNING_MAX) {
        throw new BusyException();
      }
      TripRow row = log.begin(neverBooked(trip), null, Optional.empty(), today());
      if (row.state() == State.BOOKED) {
        start(row);
      }
      TripRun run = running.get(trip);
      if (run != null) {
        run.cancel();
      }
      end = end(row);
    }
    return await(trip, end).state() == State.CANCELLED
        ? new AgencyReply.Cancelled()
        : new AgencyReply.GoesOn(State.CANCELLING);
  }

  private TripRow neverBooked(UUID trip) {
    return new TripRow(
        trip,
        Map.of(),
        State.CANCELLED,
        Optional.of(new AgencyReply.Refused(Optional.empty(), new Refusal.Cancelled())),
        0,
        clock.millis());
  }

  /** How a trip stands. */
  AgencyReply trip(UUID trip) throws DatabaseException {
    return log.find(trip)
        .<AgencyReply>map(
            row ->
                new AgencyReply.TripOf(
                    trip, row.state(), row.total(), currency, row.legs(), row.refused()))
        .orElseGet(AgencyReply.NoTrip::new);
  }

  /** Trips that are being booked or given back. */
  synchronized int underWay() {
    return running.size();
  }

  /** When this trip is over, which it may be. */
  private CompletableFuture<TripRow> end(TripRow row) {
    if (!running.containsKey(row.trip()) && !row.isOver()) {
      start(row);
    }
    TripRun run = running.get(row.trip());
    return run == null ? CompletableFuture.completedFuture(row) : run.end();
  }

  private void start(TripRow row) {
    running.computeIfAbsent(
        row.trip(),
        _ -> {
          TripRun run = new TripRun(row, log, saying, this::isDone);
          run.start();
          return run;
        });
  }

  /** Whether a run may end: not while somebody has asked it to give back what it booked. */
  private synchronized boolean isDone(TripRun run) {
    return !run.isAskedMore() && running.remove(run.trip(), run);
  }

  private TripRow await(UUID trip, CompletableFuture<TripRow> end) throws DatabaseException {
    try {
      return end.get(answerLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return log.find(trip).orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return log.find(trip).orElseThrow();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trip's run ends with its row", e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Stops saying words; what is under way goes on at the next start. */
  @Override
  public void close() {
    saying.close();
    Map<UUID, TripRun> left;
    synchronized (this) {
      left = Map.copyOf(running);
    }
    long deadline = System.nanoTime() + CLOSE.toNanos();
    try {
      for (TripRun run : left.values()) {
        // What waits for a seller still finds the log closed, and is said again at the next start.
        boolean _ = run.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
