package fwq.journal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.CheckResult;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.Receipt;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.RowDigest;
import fwq.common.talk.journal.Span;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.check.PartitionCheck;
import fwq.journal.check.Rows;
import fwq.journal.check.RowsException;
import fwq.journal.filing.Arrival;
import fwq.journal.filing.Offsets;
import fwq.journal.filing.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Heads, nodes, clients and Kafka in one thread: each step of each is an event, chance chooses, and
 * after each what must hold is looked at. {@code -Dfwq.seed=N} repeats one run.
 */
final class JournalSimulationTest {
  private static final int RUNS = 40;
  private static final int EVENTS = 400;
  private static final List<Integer> PARTITIONS = List.of(3, 17, 42);

  @Test
  void whateverIsKilledFrozenOrMovedNothingIsLostOrStoredTwice() throws RowsException {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    System.out.println("JournalSimulationTest: -Dfwq.seed=" + seed);
    for (int run = 0; run < RUNS; run++) {
      new Run(new SplittableRandom(seed + run)).go();
    }
  }

  private static final class Run {
    private final SplittableRandom chance;
    private final JournalKey secret = new JournalKey(SharedSecret.of(new byte[32]));
    private final SimKafka kafka = new SimKafka(PARTITIONS);
    private final SortedMap<String, SimDisk> disks = new TreeMap<>();
    private final List<SimDisk> lost = new ArrayList<>();
    private final SortedMap<String, SimNode> alive = new TreeMap<>();
    private final Set<String> frozen = new HashSet<>();
    private final List<UUID> keys = new ArrayList<>();
    private SimHead head = new SimHead(kafka);
    private long now = 1_000_000;

    Run(SplittableRandom chance) {
      this.chance = chance;
    }

    void go() throws RowsException {
      for (String name : List.of("a", "b", "c", "d")) {
        disks.put(name, new SimDisk(secret));
        start(name);
      }
      for (int event = 0; event < EVENTS; event++) {
        now += chance.nextInt(300);
        happen();
        holds();
      }
      settle();
      check();
    }

    private void start(String name) {
      alive.put(name, new SimNode(kafka, disks.get(name), new NodeName(name)));
    }

    private void happen() {
      String name = List.copyOf(disks.keySet()).get(chance.nextInt(disks.size()));
      switch (chance.nextInt(40)) {
        case 0 -> kill(name);
        case 1 -> kafka.drop(name);
        case 2 -> frozen.add(name);
        case 3, 4 -> frozen.remove(name);
        case 5, 6 -> {
          if (!alive.containsKey(name)) {
            kafka.drop(name);
            start(name);
          }
        }
        case 7 -> {
          if (chance.nextInt(4) == 0) {
            head = new SimHead(kafka);
          }
        }
        case 8 -> {
          if (chance.nextInt(8) == 0) {
            kafka.makeTopicAnew();
            head.topicIsAnother();
          }
        }
        case 9 -> {
          if (chance.nextInt(6) == 0) {
            kill(name);
            lost.add(disks.put(name, new SimDisk(secret)));
          }
        }
        case 10, 11, 12, 13 -> head.append(fresh(), now);
        case 14, 15 -> {
          if (!keys.isEmpty()) {
            head.append(keys.get(chance.nextInt(keys.size())), now);
          }
        }
        case 16, 17, 18, 19, 20 -> head.deliver(chance, now);
        case 21, 22 -> head.acknowledge();
        case 23, 24, 25 -> head.listen();
        case 26 -> head.look(now);
        case 27, 28 -> {
          if (runs(name)) {
            alive.get(name).fill(chance);
          }
        }
        default -> {
          if (runs(name)) {
            alive.get(name).step(chance);
          }
        }
      }
    }

    private void kill(String name) {
      alive.remove(name);
      frozen.remove(name);
    }

    private boolean runs(String name) {
      return alive.containsKey(name) && !frozen.contains(name);
    }

    private UUID fresh() {
      UUID key = new UUID(chance.nextLong(), chance.nextLong());
      while (!PARTITIONS.contains(JournalPartitions.of(key))) {
        key = new UUID(chance.nextLong(), chance.nextLong());
      }
      keys.add(key);
      return key;
    }

    /** After each event. */
    private void holds() {
      disks.values().forEach(SimDisk::check);
      Set<UUID> receipted = new HashSet<>();
      for (StoredWord word : kafka.stored()) {
        if (word instanceof StoredWord.Receipts it) {
          for (Receipt receipt : it.receipts()) {
            receipted.add(receipt.key());
            assertTrue(
                disks.get(it.node().text()).has(receipt.id(), receipt.key())
                    || lost.stream().anyMatch(disk -> disk.has(receipt.id(), receipt.key())),
                () -> it.node() + " has receipted and has not " + receipt);
          }
        }
      }
      for (int partition : PARTITIONS) {
        for (long offset = 0; offset < kafka.committed(partition); offset++) {
          RecordId id = new RecordId(kafka.topic(), partition, offset);
          assertTrue(
              disks.values().stream().anyMatch(disk -> disk.knows(id))
                  || lost.stream().anyMatch(disk -> disk.knows(id)),
              () -> id + " lies below the committed offset and is on no disk");
          UUID key = kafka.log(partition).get((int) offset).key();
          assertTrue(receipted.contains(key), () -> key + " was committed without a receipt");
        }
      }
    }

    /** Everybody is back, and has time. */
    private void settle() {
      frozen.clear();
      for (String name : disks.keySet()) {
        if (!alive.containsKey(name)) {
          kafka.drop(name);
          start(name);
        }
      }
      for (int round = 0; round < 1_000; round++) {
        now += 20_000;
        keys.stream()
            .filter(key -> !head.waits(key))
            .filter(key -> !(head.answer(key).orElse(null) instanceof JournalReply.Stored))
            .forEach(key -> head.append(key, now));
        for (int i = 0; i < keys.size(); i++) {
          head.deliver(chance, now);
        }
        head.acknowledge();
        boolean busy = false;
        for (SimNode node : alive.values()) {
          for (int i = 0; i < 8; i++) {
            node.step(chance);
          }
          busy |= node.fill(chance) || !node.isIdle();
        }
        head.listen();
        head.look(now);
        if (!busy
            && keys.stream()
                .allMatch(it -> head.answer(it).orElse(null) instanceof JournalReply.Stored)) {
          return;
        }
      }
      throw new AssertionError("it does not come to rest");
    }

    private void check() throws RowsException {
      holds();
      disks.values().forEach(SimDisk::checkChain);
      Map<UUID, Row> read = new HashMap<>();
      for (SimDisk disk : disks.values()) {
        for (Row row : disk.readable()) {
          read.merge(row.key().get(), row, (a, b) -> a.place().isFirst(b.place()) ? a : b);
        }
      }
      for (UUID key : keys) {
        boolean wasOnLostDisk =
            lost.stream()
                .flatMap(it -> it.readable().stream())
                .anyMatch(it -> it.key().get().equals(key));
        assertTrue(read.containsKey(key) || wasOnLostDisk, () -> key + " is lost");
      }
      SimHead other = new SimHead(kafka);
      keys.forEach(key -> assertEquals(head.receipt(key), other.receipt(key), "heads agree"));
      for (int partition : PARTITIONS) {
        CheckResult result = checkPartition(partition);
        assertTrue(result.wrong().isNone(), result::toString);
        assertEquals(0, result.counts().waiting(), "nothing waits");
      }
    }

    private CheckResult checkPartition(int partition) throws RowsException {
      List<RowDigest> inKafka =
          kafka.log(partition).stream()
              .map(it -> Row.of(new Arrival.Signed(it.place(), it.key(), it.entry())).digest())
              .toList();
      List<PartitionCheck.Copy> copies = new ArrayList<>();
      for (Map.Entry<String, SimDisk> disk : disks.entrySet()) {
        copies.add(
            new PartitionCheck.Copy(
                new NodeName(disk.getKey()),
                Rows.of(disk.getValue().digests(kafka.topic(), partition)),
                0));
      }
      Offsets receipted = new Offsets();
      for (StoredWord word : kafka.stored()) {
        if (word instanceof StoredWord.Receipts it) {
          it.receipts().stream()
              .map(Receipt::id)
              .filter(id -> id.topic().equals(kafka.topic()) && id.partition() == partition)
              .forEach(id -> receipted.add(new Span(partition, id.offset(), id.offset() + 1)));
        }
      }
      return PartitionCheck.of(
          partition,
          Rows.of(inKafka),
          copies,
          new PartitionCheck.Known(0, kafka.committed(partition), receipted, new Offsets()));
    }
  }
}
