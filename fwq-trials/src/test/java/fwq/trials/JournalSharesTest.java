package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeState;
import fwq.kit.program.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes share sixty partitions as evenly as can be; those beyond sixty are spare, and take over.
 * {@code -Dfwq.nodes=61} has as many nodes, which takes a minute or two.
 */
class JournalSharesTest {
  private static final int NODES = Integer.getInteger("fwq.nodes", 4);

  @TempDir private Path folder;

  @Test
  void everyNodeHasItsShareAndAnotherTakesOver() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"));
        JournalInProcess journal =
            new JournalInProcess(kafka.address(), folder.resolve("a journal"))) {
      journal.startHead();
      for (int i = 0; i < NODES; i++) {
        journal.startNode("n" + i, () -> {});
      }
      awaitShares(journal, NODES);
      String leaves = "n" + NODES / 2;
      assertEquals(Program.OK, journal.stop(leaves));
      awaitShares(journal, NODES - 1);
    }
  }

  private static void awaitShares(JournalInProcess journal, int nodes) throws Exception {
    int least = JournalPartitions.COUNT / nodes;
    int most = Math.ceilDiv(JournalPartitions.COUNT, nodes);
    var _ =
        journal.await(
            new JournalRequest.ListNodes(),
            it ->
                it instanceof JournalReply.NodeList list
                    && areShared(
                        list.nodes().stream()
                            .filter(NodeState::available)
                            .map(NodeState::partitions)
                            .toList(),
                        nodes,
                        least,
                        most));
  }

  private static boolean areShared(List<Integer> shares, int nodes, int least, int most) {
    return shares.size() == nodes
        && shares.stream().allMatch(share -> share >= least && share <= most)
        && shares.stream().mapToInt(it -> it).sum() == JournalPartitions.COUNT;
  }
}
