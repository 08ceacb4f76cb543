package fwq.journal.sim;

import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.Span;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Filing;
import fwq.journal.filing.FillPlan;
import java.util.ArrayList;
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
  private Optional<Batch> batch = Optional.empty();

  /** What was read, and how far it has come. */
  private static final class Batch {
    private final Filing filing;
    private Phase phase = Phase.READ;

    private Batch(Filing filing) {
      this.filing = filing;
    }
  }

  private enum Phase {
    READ,
    ON_DISK,
    RECEIPTED
  }

  SimNode(SimKafka kafka, SimDisk disk, NodeName name) {
    this.kafka = kafka;
    this.disk = disk;
    this.name = name;
    this.topic = kafka.topic();
    kafka.join(name.text());
  }

  /** One step of its loop. */
  void step(RandomGenerator chance) {
    if (batch.isEmpty()) {
      poll(1 + chance.nextInt(5));
      return;
    }
    Batch its = batch.get();
    switch (its.phase) {
      case READ -> {
        disk.commit(topic, its.filing);
        its.phase = Phase.ON_DISK;
      }
      case ON_DISK -> {
        say(its.filing);
        its.phase = Phase.RECEIPTED;
      }
      case RECEIPTED -> {
        batch = Optional.empty();
        if (!kafka.commit(name.text(), generation, topic, ends(its.filing.spans()))) {
          joinAnew();
        }
      }
    }
  }

  private void say(Filing filing) {
    List<Receipt> receipts = filing.receipts();
    // In two words, as a large batch is.
    int half = receipts.size() / 2;
    kafka.stored().add(word(List.of(), receipts.subList(0, half)));
    kafka.stored().add(word(filing.spans(), receipts.subList(half, receipts.size())));
  }

  private StoredWord word(List<Span> spans, List<Receipt> receipts) {
    return new StoredWord.Receipts(name, "host", topic, spans, receipts);
  }

  private void joinAnew() {
    positions.clear();
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
      batch = Optional.of(new Batch(Filing.of(arrivals, spans, disk.held(topic), disk.firsts())));
    }
  }

  private void assign(Set<Integer> now) {
    share.stream().filter(it -> !now.contains(it)).forEach(fill::disown);
    for (int partition : now) {
      if (!share.contains(partition)) {
        positions.put(partition, kafka.committed(partition));
        fill.own(partition, kafka.committed(partition));
      }
    }
    share = Set.copyOf(now);
  }

  /** Reads a little of what it lacks; not while a batch is under way. */
  boolean fill(RandomGenerator chance) {
    if (batch.isPresent() || !topic.equals(kafka.topic())) {
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

  private static Map<Integer, Long> ends(List<Span> spans) {
    Map<Integer, Long> ends = new HashMap<>();
    spans.forEach(span -> ends.put(span.partition(), span.to()));
    return ends;
  }

  boolean isIdle() {
    return batch.isEmpty()
        && generation == kafka.generation()
        && share.stream().allMatch(it -> positions.get(it) == kafka.log(it).size());
  }
}
