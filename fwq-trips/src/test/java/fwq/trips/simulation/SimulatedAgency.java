package fwq.trips.simulation;

import fwq.common.talk.trips.AgencyReply.State;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.trips.saga.Saga;
import fwq.trips.saga.Saga.Say;
import fwq.trips.saga.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** An agency that keeps one row a trip, and loses everything else when it is killed. */
final class SimulatedAgency {
  private static final long PATIENCE_MILLIS = 10_000;

  private final Map<UUID, Row> rows = new HashMap<>();
  private final Map<UUID, Saga> sagas = new HashMap<>();
  private final Fault fault;
  private boolean up = true;

  SimulatedAgency(Fault fault) {
    this.fault = fault;
  }

  /** What is durable. */
  private record Row(Map<Leg, List<Part>> legs, Saga saga, long createdAt) {
    Row at(Saga next) {
      return new Row(legs, next, createdAt);
    }
  }

  boolean isUp() {
    return up;
  }

  void kill() {
    up = false;
    sagas.clear();
  }

  void start() {
    up = true;
    rows.forEach((trip, row) -> sagas.put(trip, row.saga().resumed()));
  }

  /** A guest books; said again, it changes nothing. */
  void book(UUID trip, Map<Leg, List<Part>> legs, long now) {
    if (rows.putIfAbsent(trip, new Row(legs, Saga.of(legs.keySet()), now)) == null) {
      sagas.put(trip, rows.get(trip).saga());
    }
  }

  void cancel(UUID trip) {
    if (sagas.containsKey(trip)) {
      move(trip, sagas.get(trip).cancel());
    }
  }

  /** Says what is to be said now. */
  void speak(UUID trip, long now, BiConsumer<Say, SellerRequest> say) {
    Saga saga = sagas.get(trip);
    if (saga == null) {
      return;
    }
    if (now - rows.get(trip).createdAt() > PATIENCE_MILLIS && !saga.isOver()) {
      saga = saga.away(saga.words().getFirst().leg());
      move(trip, saga);
    }
    Map<Leg, List<Part>> legs = rows.get(trip).legs();
    for (Say word : saga.words()) {
      say.accept(word, Words.request(word, trip, legs));
    }
  }

  void hear(UUID trip, Leg leg, SellerReply reply) {
    Saga saga = sagas.get(trip);
    if (saga != null) {
      Words.answer(reply).ifPresent(answer -> move(trip, saga.hear(leg, answer)));
    }
  }

  private void move(UUID trip, Saga next) {
    Row row = rows.get(trip);
    State state = next.progress().state();
    boolean isForgotten = fault == Fault.FORGETFUL_AGENCY && state == State.CANCELLING;
    if (state != row.saga().progress().state() && !isForgotten) {
      rows.put(trip, row.at(next));
    }
    sagas.put(trip, next);
  }

  /** What a guest is told: nothing while it is not known yet. */
  Optional<State> answer(UUID trip) {
    return Optional.ofNullable(rows.get(trip))
        .map(row -> row.saga().progress().state())
        .map(
            state ->
                fault == Fault.EARLY_ANSWER && state == State.CONFIRMING ? State.BOOKED : state)
        .filter(state -> state == State.BOOKED || state == State.CANCELLED);
  }

  boolean isOver(UUID trip) {
    return !sagas.containsKey(trip) || sagas.get(trip).isOver();
  }
}
