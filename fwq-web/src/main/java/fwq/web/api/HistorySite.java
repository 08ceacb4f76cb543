package fwq.web.api;

import fwq.kit.sqlite.DatabaseException;
import fwq.web.api.Entity.Attraction;
import fwq.web.api.Entity.Destination;
import fwq.web.api.Entity.Park;
import fwq.web.api.HistoryDocuments.Seen;
import fwq.web.history.Day;
import fwq.web.history.History;
import fwq.web.history.Minute;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads history for those who ask. */
final class HistorySite {
  private static final Logger LOG = LoggerFactory.getLogger(HistorySite.class);

  private final History history;

  HistorySite(History history) {
    this.history = history;
  }

  /** What is read of one ride. */
  private interface Reading<T> {
    T of(int park, int ride) throws DatabaseException;
  }

  byte[] raw(Catalogue all, Entity entity, Call call, long now) throws ProblemException {
    Range range = Range.of(call, Documents.zone(entity), now);
    long end = Math.min(range.to(), now / 60_000);
    return HistoryDocuments.raw(
        entity,
        range,
        seen(
            all,
            entity,
            (park, ride) ->
                Changes.of(
                    range.from(),
                    history.before(park, ride, range.from()),
                    history.minutes(park, ride, range.from(), range.to()),
                    end)));
  }

  byte[] daily(Catalogue all, Entity entity, Call call, long now) throws ProblemException {
    ZoneId zone = Documents.zone(entity);
    Range range = Range.of(call, zone, now);
    return HistoryDocuments.daily(
        entity, range, seen(all, entity, (park, ride) -> days(park, ride, range, zone)));
  }

  private List<Day> days(int park, int ride, Range range, ZoneId zone) throws DatabaseException {
    List<Day> days = new ArrayList<>(history.days(park, ride, range.firstDay(), range.lastDay()));
    for (LocalDate day : range.firstDay().datesUntil(range.lastDay().plusDays(1)).toList()) {
      List<Minute> minutes =
          history.minutes(park, ride, Day.begin(day, zone), Day.begin(day.plusDays(1), zone));
      if (!minutes.isEmpty()) {
        days.add(Day.of(day, minutes));
      }
    }
    return days;
  }

  byte[] coverage(Catalogue all, Entity entity, Call call, long now) throws ProblemException {
    Range range = Range.of(call, Documents.zone(entity), now);
    List<Seen<List<Minute>>> seen =
        seen(all, entity, (park, ride) -> history.minutes(park, ride, range.from(), range.to()));
    List<LocalDate> lasts =
        seen(all, entity, (park, ride) -> history.span(park, ride)).stream()
            .flatMap(it -> it.what().stream())
            .map(span -> Times.day(60_000 * span.last(), Documents.zone(entity)))
            .toList();
    return HistoryDocuments.coverage(
        entity,
        seen.stream().flatMap(it -> it.first().stream()).min(LocalDate::compareTo),
        lasts.stream().max(LocalDate::compareTo),
        spans(seen.stream().flatMap(it -> it.what().stream()).map(Minute::minute)));
  }

  /** Minutes that follow each other as one. */
  static List<History.Span> spans(Stream<Long> minutes) {
    List<History.Span> spans = new ArrayList<>();
    for (long minute : minutes.distinct().sorted().toList()) {
      if (!spans.isEmpty() && spans.getLast().last() == minute - 1) {
        spans.set(spans.size() - 1, new History.Span(spans.getLast().first(), minute));
      } else {
        spans.add(new History.Span(minute, minute));
      }
    }
    return spans;
  }

  private <T> List<Seen<T>> seen(Catalogue all, Entity entity, Reading<T> reading)
      throws ProblemException {
    List<Attraction> rides =
        switch (entity) {
          case Destination _ -> List.of();
          case Park park -> all.rides(park);
          case Attraction ride -> List.of(ride);
        };
    List<Seen<T>> seen = new ArrayList<>();
    try {
      for (Attraction ride : rides) {
        int park = ride.park().now().park();
        Optional<LocalDate> first =
            history
                .span(park, ride.ride())
                .map(span -> Times.day(60_000 * span.first(), Documents.zone(entity)));
        seen.add(new Seen<>(ride, first, reading.of(park, ride.ride())));
      }
      return seen;
    } catch (DatabaseException e) {
      LOG.error("{}", e.getMessage());
      throw new ProblemException(
          Problem.of(502, "HISTORY_BACKEND_UNAVAILABLE", "the history cannot be read just now"));
    }
  }
}
