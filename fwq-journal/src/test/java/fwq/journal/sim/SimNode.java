package fwq.journal.sim;

import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.Span;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.journal.filing.FillPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A node whose steps can be told apart, so that it can be killed or frozen between any two. */
final class SimNode {
  private final SimKafka kafka;
  private final SimDisk disk;
  private final NodeName name;
  private final Map<Integer, Long> positions = new HashMap<>();
  private final FillPlan fill = new FillPlan();
  private String topic;
  private int generation = -1;
  private Set<Integer> share = Set.of();
  private Optional<Filing> read = Optional.empty();

  /** Said, and not yet with Kafka; after each batch's last word, how far that goes. */
  private final Deque<Saying> underWay = new ArrayDeque<>();

  private final Map<Integer, Long> receipted = new HashMap<>();

  /** A word on its way, and what is receipted once Kafka has it. */
  private record Saying(StoredWord word, List<Span> ends) {}

  SimNode(SimKafka kafka, SimDisk disk, NodeName name) {
    this.kafka = kafka;
    this.disk = disk;
    this.name = name;
    this.topic = kafka.topic();
    kafka.join(name.text());
  }

  /** One step of its loop; words reach Kafka, and offsets are committed, while it goes on. */
  void step(RandomGenerator chance) {
    switch (chance.nextInt(3)) {
      case 0 -> arrive();
      case 1 -> commit();
      default -> {
        if (read.isPresent()) {
          disk.commit(topic, read.get());
          say(read.get());
          read = Optional.empty();
        } else {
          poll(1 + chance.nextInt(5));
        }
      }
    }
  }

  private void say(Filing filing) {
    List<Receipt> receipts = filing.receipts();
    // In two words, as a large batch is.
    int half = receipts.size() / 2;
    underWay.add(new Saying(word(List.of(), receipts.subList(0, half)), List.of()));
    underWay.add(
        new Saying(word(filing.spans(), receipts.subList(half, receipts.size())), filing.spans()));
  }

  private void arrive() {
    if (!underWay.isEmpty()) {
      Saying next = underWay.remove();
      kafka.stored().add(next.word());
      next.ends().forEach(span -> receipted.put(span.partition(), span.to()));
    }
  }

  private void commit() {
    if (!receipted.isEmpty()) {
      boolean isTaken = kafka.commit(name.text(), generation, topic, receipted);
      receipted.clear();
      if (!isTaken) {
        joinAnew();
      }
    }
  }

  private StoredWord word(List<Span> spans, List<Receipt> receipts) {
    return new StoredWord.Receipts(name, "host", topic, spans, receipts);
  }

  private void joinAnew() {
    positions.clear();
    receipted.clear();
    underWay.clear();
    read = Optional.empty();
    share = Set.of();
    fill.disownAll();
    generation = -1;
    topic = kafka.topic();
    if (!kafka.members().contains(name.text())) {
      kafka.join(name.text());
    }
  }

  private void poll(int recordsMax) {
    if (!topic.equals(kafka.topic()) || !kafka.members().contains(name.text())) {
      joinAnew();
    }
    if (generation != kafka.generation()) {
      generation = kafka.generation();
      assign(kafka.share(name.text()));
    }
    List<Arrival> arrivals = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (int partition : share) {
      List<SimKafka.Logged> log = kafka.log(partition);
      long from = positions.get(partition);
      long to = Math.min(log.size(), from + recordsMax);
      if (from < to) {
        log.subList((int) from, (int) to).forEach(it -> arrivals.add(arrival(it)));
        spans.add(new Span(partition, from, to));
        positions.put(partition, to);
      }
    }
    if (!spans.isEmpty()) {
      read = Optional.of(Filing.of(arrivals, spans, disk.held(topic), disk.firsts()));
    }
  }

  private void assign(Set<Integer> now) {
    while (!underWay.isEmpty()) {
      arrive();
    }
    receipted.keySet().retainAll(now);
    share.stream().filter(it -> !now.contains(it)).forEach(fill::disown);
    for (int partition : now) {
      if (!share.contains(partition)) {
        positions.put(partition, kafka.committed(partition));
        fill.own(partition, kafka.committed(partition));
      }
    }
    share = Set.copyOf(now);
  }

  /** Reads a little of what it lacks; not between reading a batch and storing it. */
  boolean fill(RandomGenerator chance) {
    if (read.isPresent() || !topic.equals(kafka.topic())) {
      return false;
    }
    Map<Integer, Long> begins = new HashMap<>();
    kafka.partitions().forEach(partition -> begins.put(partition, 0L));
    Optional<Span> gap = fill.next(disk.held(topic), begins);
    gap.ifPresent(
        it -> {
          long to = Math.min(it.to(), it.from() + 1 + chance.nextInt(3));
          List<Arrival> arrivals =
              kafka.log(it.partition()).subList((int) it.from(), (int) to).stream()
                  .map(SimNode::arrival)
                  .toList();
          List<Span> span = List.of(new Span(it.partition(), it.from(), to));
          disk.commit(topic, Filing.of(arrivals, span, disk.held(topic), disk.firsts()));
        });
    return gap.isPresent();
  }

  private static Arrival arrival(SimKafka.Logged it) {
    return new Arrival.Signed(it.place(), it.key(), it.entry());
  }

  boolean isIdle() {
    return read.isEmpty()
        && underWay.isEmpty()
        && receipted.isEmpty()
        && generation == kafka.generation()
        && share.stream().allMatch(it -> positions.get(it) == kafka.log(it).size());
  }
}
