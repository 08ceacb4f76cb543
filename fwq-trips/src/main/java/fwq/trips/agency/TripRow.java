package fwq.trips.agency;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyReply.Booking;
import fwq.common.talk.trips.AgencyReply.Refused;
import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.AgencyRequest.Book;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Legs;
import fwq.common.talk.trips.Part;
import fwq.trips.saga.Progress;
import fwq.trips.saga.Saga;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is kept of a trip.
 *
 * @param legs empty where it was cancelled before it was booked
 * @param refused why nothing is booked, from CANCELLING on
 * @param createdAt epoch milliseconds, by this agency's clock
 */
record TripRow(
    UUID trip,
    Map<Leg, Booking> legs,
    State state,
    Optional<Refused> refused,
    long total,
    long createdAt) {

  /** A trip that somebody wants to book. */
  static TripRow of(Book book, long now) {
    Map<Leg, Booking> legs = new EnumMap<>(Leg.class);
    book.legs().forEach((leg, parts) -> legs.put(leg, new Booking(parts, List.of())));
    return new TripRow(
        book.trip(), legs, State.HOLDING, Optional.empty(), Legs.total(book.legs()), now);
  }

  /** Whether there is nothing left to say to sellers. */
  boolean isOver() {
    return state == State.BOOKED || state == State.CANCELLED;
  }

  /** Where its saga goes on. */
  Saga saga() {
    return new Saga(
        List.copyOf(legs.keySet()),
        switch (state) {
          case HOLDING -> new Progress.Holding(Set.of());
          case CONFIRMING -> new Progress.Confirming(Set.of());
          case BOOKED -> new Progress.Booked();
          case CANCELLING -> new Progress.Cancelling(refused.orElseThrow(), Set.of());
          case CANCELLED -> new Progress.Cancelled(refused.orElseThrow());
        });
  }

  /** The same trip, so far. */
  TripRow at(Progress progress, Map<Leg, List<Choice>> held) {
    Map<Leg, Booking> known = new EnumMap<>(Leg.class);
    legs.forEach(
        (leg, booking) ->
            known.put(
                leg, new Booking(booking.parts(), held.getOrDefault(leg, booking.choices()))));
    Optional<Refused> why =
        switch (progress) {
          case Progress.Cancelling it -> Optional.of(it.because());
          case Progress.Cancelled it -> Optional.of(it.because());
          case Progress.Holding _, Progress.Confirming _, Progress.Booked _ -> refused;
        };
    return new TripRow(trip, known, progress.state(), why, total, createdAt);
  }

  /** What is held at each seller. */
  Map<Leg, List<Part>> parts() {
    Map<Leg, List<Part>> parts = new EnumMap<>(Leg.class);
    legs.forEach((leg, booking) -> parts.put(leg, booking.parts()));
    return parts;
  }

  /** Whether this is what was asked for before, in any order. */
  boolean isFor(Book book) {
    return legs.keySet().equals(book.legs().keySet())
        && legs.entrySet().stream()
            .allMatch(
                it ->
                    Set.copyOf(it.getValue().parts())
                        .equals(Set.copyOf(book.legs().get(it.getKey()))));
  }

  Optional<LocalDate> firstDay() {
    return choices().map(it -> it.service().day()).min(LocalDate::compareTo);
  }

  Optional<LocalDate> lastDay() {
    return choices().map(it -> it.service().lastDay()).max(LocalDate::compareTo);
  }

  private Stream<Choice> choices() {
    return legs.values().stream().flatMap(booking -> booking.choices().stream());
  }

  /** What the guest is told who has booked it. */
  AgencyReply answer(String currency) {
    return switch (state) {
      case HOLDING, CONFIRMING -> new AgencyReply.GoesOn(state);
      case BOOKED -> new AgencyReply.Booked(trip, total, currency);
      // It is decided, and what a seller cannot be told yet it is told later.
      case CANCELLING, CANCELLED -> refused.orElseThrow();
    };
  }
}
