package fwq.trips.agency;

import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyRequest.Book;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.trips.saga.Saga.Say;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * An agency's real log, in memory, and the real steps of its trips, whose words go where a
 * simulation takes them. A kill leaves the log alone.
 */
public final class SimulatedAgency implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final Sql sql;
  private final TripLog log;
  private final Wrong wrong;
  private final Map<UUID, TripSteps> underWay = new HashMap<>();
  private final Set<UUID> cancelled = new HashSet<>();
  private boolean up = true;

  /** What can be wrong with it on purpose. */
  public enum Wrong {
    /** Nothing. */
    NOTHING,
    /** It does not write down that it gives a trip back. */
    FORGETFUL,
    /** It does not go on with the trips that were being held when it was killed. */
    IDLE
  }

  /** An agency that has no trips. */
  public SimulatedAgency(Wrong wrong) {
    this.wrong = wrong;
    this.sql = new Sql(Path.of("in memory"), connection(wrong));
    this.log = new TripLog(sql);
  }

  private static Connection connection(Wrong wrong) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(TripLog.MIGRATIONS.getFirst());
        if (wrong == Wrong.FORGETFUL) {
          statement.executeUpdate(
              """
              CREATE TRIGGER forgetful BEFORE UPDATE ON trip WHEN NEW.state = 'CANCELLING' BEGIN
                SELECT RAISE (IGNORE);
              END""");
        }
      }
      return connection;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it can be asked. */
  public boolean isUp() {
    return up;
  }

  /** All that it remembers is its log. */
  public void kill() {
    up = false;
    underWay.clear();
    cancelled.clear();
  }

  /** Goes on from its log. */
  public void start() throws DatabaseException {
    up = true;
    for (TripRow row : log.unfinished()) {
      if (wrong != Wrong.IDLE || row.state() != State.HOLDING) {
        goOn(row);
      }
    }
  }

  /** A guest books; said again, it changes nothing. */
  public void book(UUID trip, Map<Leg, List<Part>> legs, long now) throws DatabaseException {
    Book book = new Book(trip, legs, "Ana", Optional.empty());
    goOn(log.begin(TripRow.of(book, now), book.traveller(), Optional.empty(), TODAY));
  }

  /** A guest wants it no more. */
  public void cancel(UUID trip) throws DatabaseException {
    Optional<TripRow> row = log.find(trip);
    if (row.isPresent()) {
      cancelled.add(trip);
      goOn(row.get());
    }
  }

  private void goOn(TripRow row) {
    underWay.computeIfAbsent(row.trip(), _ -> new TripSteps(row, log));
  }

  /** Says what is to be said now. */
  public void speak(UUID trip, long now, BiConsumer<Say, SellerRequest> say)
      throws DatabaseException {
    TripSteps its = underWay.get(trip);
    if (its != null) {
      boolean isTooLong = now - its.row().createdAt() > PATIENCE_MILLIS;
      for (Say word : its.words(cancelled.contains(trip), isTooLong)) {
        say.accept(word, its.request(word));
      }
    }
  }

  /** A seller's reply arrives. */
  public void hear(UUID trip, Leg leg, SellerReply reply) throws DatabaseException {
    TripSteps its = underWay.get(trip);
    if (its != null) {
      its.hear(leg, reply);
    }
  }

  /** How a trip stands, if it was ever heard of. */
  public Optional<State> state(UUID trip) throws DatabaseException {
    TripSteps its = underWay.get(trip);
    return its == null ? log.find(trip).map(TripRow::state) : Optional.of(its.row().state());
  }

  @Override
  public void close() throws DatabaseException {
    sql.close();
  }
}
