package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.CheckResult;
import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.NodeState;
import fwq.common.talk.journal.RecordName;
import fwq.common.talk.journal.WaitReason;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Head and nodes over a real broker: nodes that die, that all die, and a topic made anew. */
class JournalTest {
  @TempDir private Path folder;

  @Test
  void nothingIsLostOrStoredTwiceWhoeverDies() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"));
        JournalInProcess journal =
            new JournalInProcess(kafka.address(), folder.resolve("a journal"))) {
      AtomicBoolean dies = new AtomicBoolean();
      journal.startHead();
      journal.startNode("north", () -> {});
      journal.startNode(
          "south",
          () -> {
            if (dies.get()) {
              throw new IllegalStateException("killed between its disk and its receipts");
            }
          });
      awaitShares(journal, "north", "south");
      List<UUID> keys = new ArrayList<>();
      append(journal, keys, 60);
      assertEquals(clean(60), check(journal));

      // Between commit and receipt: south has records that north stores and receipts as well.
      dies.set(true);
      append(journal, keys, 60);
      assertEquals(Program.FAILED, journal.awaitEnd("south"));
      awaitShares(journal, "north");
      dies.set(false);
      journal.startNode("south", () -> {});
      awaitShares(journal, "north", "south");
      assertEquals(clean(120), check(journal));

      allDie(journal, keys);
      assertEquals(clean(121), check(journal));

      topicIsMadeAnew(kafka, journal);
    }
  }

  private void allDie(JournalInProcess journal, List<UUID> keys) throws Exception {
    assertEquals(Program.OK, journal.stop("north"));
    assertEquals(Program.OK, journal.stop("south"));
    UUID key = UUID.randomUUID();
    keys.add(key);
    JournalReply.Waiting waiting =
        assertInstanceOf(JournalReply.Waiting.class, journal.ask(appendOf(key)));
    assertEquals(WaitReason.NO_NODES, waiting.reason());
    // Said again meanwhile, it is still one record.
    var _ = journal.ask(appendOf(key));
    journal.startNode("north", () -> {});
    JournalReply.Stored stored =
        (JournalReply.Stored)
            journal.await(
                new JournalRequest.AskReceipt(key), it -> it instanceof JournalReply.Stored);
    assertEquals(waiting.id(), stored.id());
    JournalReply.Found found =
        (JournalReply.Found)
            journal.await(
                new JournalRequest.Where(new RecordName.ByKey(key)),
                it -> it instanceof JournalReply.Found its && !its.nodes().isEmpty());
    assertEquals(List.of(new NodeName("north")), found.nodes());
    // What only south has is read from Kafka, or has been copied by now: each key once.
    assertEquals(keys.size(), read(journal).size());
  }

  private void topicIsMadeAnew(TestKafka kafka, JournalInProcess journal) throws Exception {
    String before = stored(journal, UUID.randomUUID()).id().topic();
    try (Admin admin =
        new KafkaClients(kafka.address(), new Properties()).admin(Duration.ofSeconds(20))) {
      admin.deleteTopics(List.of(JournalTopics.JOURNAL.name())).all().get();
    }
    // One that came before the deletion has its receipt for good: so another one each time.
    UUID key;
    JournalReply.Stored after;
    do {
      key = UUID.randomUUID();
      after = stored(journal, key);
    } while (after.id().topic().equals(before));
    assertTrue(read(journal).contains(key), "beside all that was stored of the topic before");
  }

  private static void append(JournalInProcess journal, List<UUID> keys, int count)
      throws Exception {
    for (int i = 0; i < count; i++) {
      UUID key = UUID.randomUUID();
      keys.add(key);
      var _ = stored(journal, key);
    }
  }

  private static JournalReply.Stored stored(JournalInProcess journal, UUID key) throws Exception {
    return (JournalReply.Stored)
        journal.await(appendOf(key), it -> it instanceof JournalReply.Stored);
  }

  private static JournalRequest appendOf(UUID key) {
    return new JournalRequest.Append(key, new JournalEntry("trial", "of " + key));
  }

  /** Waits until just these are available and share all partitions, a half each or all. */
  private static void awaitShares(JournalInProcess journal, String... names) throws Exception {
    List<NodeName> wanted = List.of(names).stream().map(NodeName::new).toList();
    var _ =
        journal.await(
            new JournalRequest.ListNodes(),
            it ->
                it instanceof JournalReply.NodeList list
                    && list.nodes().stream()
                        .filter(NodeState::available)
                        .filter(node -> node.partitions() == JournalPartitions.COUNT / names.length)
                        .filter(node -> node.address().isPresent())
                        .map(NodeState::name)
                        .toList()
                        .equals(wanted));
  }

  private static List<UUID> read(JournalInProcess journal) throws Exception {
    List<UUID> keys = new ArrayList<>();
    JournalReply.Page page;
    Optional<LogPlace> after = Optional.empty();
    do {
      page = (JournalReply.Page) journal.ask(new JournalRequest.Read(after, Optional.of("trial")));
      page.records().forEach(it -> keys.add(it.key()));
      after = page.next();
    } while (after.isPresent());
    return keys;
  }

  /** Waits until all is stored and copied: what remains must be as it should. */
  private static CheckResult check(JournalInProcess journal) throws Exception {
    CheckResult result = CheckResult.NONE;
    for (int partition : IntStream.range(0, JournalPartitions.COUNT).toArray()) {
      JournalReply.PartitionChecked checked =
          (JournalReply.PartitionChecked)
              journal.await(
                  new JournalRequest.CheckPartition(partition),
                  it ->
                      it instanceof JournalReply.PartitionChecked its
                          && its.result().counts().waiting() == 0
                          && its.result().counts().awayOnly() == 0);
      result = result.plus(checked.result());
    }
    return new CheckResult(
        new CheckResult.Counts(result.counts().records(), 0, 0, 0, 0, 0, 0),
        result.wrong(),
        result.examples());
  }

  private static CheckResult clean(long records) {
    return new CheckResult(
        new CheckResult.Counts(records, 0, 0, 0, 0, 0, 0),
        new CheckResult.Wrong(0, 0, 0),
        List.of());
  }
}
