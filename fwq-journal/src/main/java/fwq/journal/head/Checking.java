package fwq.journal.head;

import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.CheckResult;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.journal.check.PartitionCheck;
import fwq.journal.check.Rows;
import fwq.journal.check.RowsException;
import fwq.journal.desk.Roster;
import fwq.journal.filing.Offsets;
import fwq.journal.topic.NodeGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/** Fetches what the check compares. For any thread. */
final class Checking {
  private final Nodes nodes;
  private final Front front;
  private final Admin admin;
  private final Supplier<Shelf> shelves;
  private final Supplier<String> topic;

  Checking(Nodes nodes, Front front, Admin admin, Supplier<Shelf> shelves, Supplier<String> topic) {
    this.nodes = nodes;
    this.front = front;
    this.admin = admin;
    this.shelves = shelves;
    this.topic = topic;
  }

  /** Checks a partition of the topic that there is now. */
  JournalReply partition(int partition) throws InterruptedException, RowsException {
    String now = topic.get();
    // In this order: what is stored meanwhile is then missing nowhere.
    long committed = NodeGroup.committed(admin, now, partition);
    Offsets receipted = front.nodes(roster -> Offsets.of(roster.receipted(now, partition)));
    Offsets away = front.nodes(roster -> Offsets.of(roster.awayOnly(now, partition)));
    List<NodeLink> links = new ArrayList<>();
    try (Shelf shelf = shelves.get()) {
      Shelf.Extent extent = shelf.extent(partition);
      Rows kafka =
          new Rows(
              offset -> shelf.digests(partition, Math.max(offset, extent.begin()), extent.end()));
      List<PartitionCheck.Copy> copies = new ArrayList<>();
      for (NodeName node : front.nodes(Roster::available)) {
        NodeLink link = nodes.link(node);
        links.add(link);
        copies.add(copy(node, link, now, partition));
      }
      return new JournalReply.PartitionChecked(
          PartitionCheck.of(
              partition,
              kafka,
              copies,
              new PartitionCheck.Known(extent.begin(), committed, receipted, away)));
    } catch (IOException e) {
      throw new RowsException("a node does not answer: " + e.getMessage(), e);
    } finally {
      close(links);
    }
  }

  private static PartitionCheck.Copy copy(NodeName node, NodeLink link, String topic, int partition)
      throws IOException, RowsException {
    NodeReply first = link.ask(new NodeRequest.Rows(topic, partition, Long.MAX_VALUE));
    long gone = first instanceof NodeReply.RowList list ? list.gone() : 0;
    return new PartitionCheck.Copy(
        node,
        new Rows(
            offset -> {
              try {
                return link.ask(new NodeRequest.Rows(topic, partition, offset))
                        instanceof NodeReply.RowList list
                    ? list.rows()
                    : List.of();
              } catch (IOException e) {
                throw new RowsException(
                    "node " + node + " does not give its rows: " + e.getMessage(), e);
              }
            }),
        gone);
  }

  private static void close(List<NodeLink> links) {
    for (NodeLink link : links) {
      try {
        link.close();
      } catch (IOException e) {
        // It is of no further use.
      }
    }
  }

  /** Follows a part of a node's chain. */
  JournalReply chain(NodeName node, long from) throws InterruptedException, RowsException {
    List<ChainLink> said =
        front.nodes(roster -> roster.said(node)).stream()
            .filter(it -> it.seq() >= from)
            .limit(NodeRequest.Follow.SAID_MAX)
            .toList();
    try (NodeLink link = nodes.link(node)) {
      if (!(link.ask(new NodeRequest.Follow(from, said)) instanceof NodeReply.Followed it)) {
        throw new RowsException("node " + node + " does not follow its chain", null);
      }
      boolean isBroken = it.broken() > 0;
      return new JournalReply.ChainChecked(
          new CheckResult(
              new CheckResult.Counts(0, 0, 0, 0, 0, 0, it.rows()),
              new CheckResult.Wrong(0, 0, isBroken ? 1 : 0),
              isBroken
                  ? List.of(
                      "node "
                          + node
                          + ": row "
                          + it.broken()
                          + " of journal.db is not as it was stored, or is gone")
                  : List.of()),
          it.next());
    } catch (IOException e) {
      throw new RowsException("node " + node + " does not answer: " + e.getMessage(), e);
    }
  }
}
