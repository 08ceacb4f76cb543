package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.talk.guild.Delivery;
import fwq.common.talk.guild.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What carts need, and what is under way to them: a batch for five different carts, or for fewer
 * when the first of them has waited long enough.
 */
final class Restocks {
  /** Different carts that make a batch at once. */
  static final int BATCH_CARTS = 5;

  /** Deliveries that have arrived and are still shown. */
  static final int SHOWN_MAX = 50;

  private final Terms terms;
  private final Consumer<GuildEvent> events;
  private final Map<Plate, Need> needs = new LinkedHashMap<>();
  private final List<Delivery> underWay = new ArrayList<>();
  private final Set<Plate> awaiting = new HashSet<>();
  private final List<Delivery> arrived = new ArrayList<>();
  private long batches;

  Restocks(
      Terms terms,
      Collection<Need> needs,
      Collection<Delivery> deliveries,
      long batches,
      Consumer<GuildEvent> events) {
    this.terms = terms;
    this.events = events;
    this.batches = batches;
    needs.forEach(need -> this.needs.put(need.plate(), need));
    deliveries.forEach(it -> (it.isUnderWay() ? underWay : arrived).add(it));
    underWay.forEach(it -> awaiting.add(it.plate()));
  }

  /**
   * A cart has too little; it is ordered for once, however often it says so.
   *
   * @return whether that was not known
   */
  boolean need(Plate plate, int pieces, long time) {
    if (awaiting.contains(plate)
        || needs.putIfAbsent(plate, new Need(plate, pieces, time)) != null) {
      return false;
    }
    if (needs.size() >= BATCH_CARTS) {
      order(time);
    }
    return true;
  }

  /** Orders what has waited long enough, and gives what is due. */
  List<Delivery> pass(long time) {
    if (!needs.isEmpty() && time >= patienceEndsAt()) {
      order(time);
    }
    List<Delivery> due = underWay.stream().filter(it -> it.dueAt() <= time).toList();
    for (Delivery it : due) {
      underWay.remove(it);
      awaiting.remove(it.plate());
      arrived.add(
          new Delivery(
              it.batch(),
              it.plate(),
              it.pieces(),
              it.orderedAt(),
              it.dueAt(),
              OptionalLong.of(time)));
      events.accept(new GuildEvent.Delivered(time, it.batch(), it.plate(), it.pieces()));
    }
    while (arrived.size() > SHOWN_MAX) {
      arrived.removeFirst();
    }
    return due;
  }

  private long patienceEndsAt() {
    return needs.values().iterator().next().since() + terms.patience().toMillis();
  }

  private void order(long time) {
    batches++;
    awaiting.addAll(needs.keySet());
    for (Need need : needs.values()) {
      underWay.add(
          new Delivery(
              batches,
              need.plate(),
              need.pieces(),
              time,
              time + terms.delivery().toMillis(),
              OptionalLong.empty()));
    }
    events.accept(new GuildEvent.Ordered(time, batches, List.copyOf(needs.keySet())));
    needs.clear();
  }

  /** Nothing is brought to a cart that is no member's any more. */
  void forget(Plate plate) {
    needs.remove(plate);
    awaiting.remove(plate);
    underWay.removeIf(it -> it.plate().equals(plate));
  }

  /** When something is due next. */
  long nextAt() {
    long next = needs.isEmpty() ? Long.MAX_VALUE : patienceEndsAt();
    for (Delivery it : underWay) {
      next = Math.min(next, it.dueAt());
    }
    return next;
  }

  List<Need> needs() {
    return List.copyOf(needs.values());
  }

  /** Those under way, and the newest of those that have arrived. */
  List<Delivery> deliveries() {
    List<Delivery> all = new ArrayList<>(arrived);
    all.addAll(underWay);
    return all;
  }

  long batches() {
    return batches;
  }
}
