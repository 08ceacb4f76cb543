package fwq.journal.head;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The available nodes, to be asked. For any thread. */
final class Nodes {
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  private final Front front;
  private final JournalKey key;
  private final InstantSource clock;

  Nodes(Front front, JournalKey key, InstantSource clock) {
    this.front = front;
    this.key = key;
    this.clock = clock;
  }

  /** A node's answer. */
  record Said(NodeName node, NodeReply reply) {}

  /** Where a node is. */
  private record At(NodeName node, NodeAddress address) {}

  /** Asks each that is available; one that does not answer is passed over. */
  List<Said> askAll(NodeRequest request) throws InterruptedException {
    List<Said> said = new ArrayList<>();
    for (At it : available()) {
      try (NodeLink link = new NodeLink(it.address(), key, clock)) {
        said.add(new Said(it.node(), link.ask(request)));
      } catch (IOException e) {
        LOG.warn("node {} at {} does not answer: {}", it.node(), it.address(), e.getMessage());
      }
    }
    return said;
  }

  /**
   * A connection to one of them.
   *
   * @throws IOException when it is not there, in a sentence
   */
  NodeLink link(NodeName name) throws IOException, InterruptedException {
    Optional<NodeAddress> address = front.nodes(roster -> roster.address(name));
    if (address.isEmpty()) {
      throw new IOException("node " + name + " has not said where it answers");
    }
    return new NodeLink(address.get(), key, clock);
  }

  private List<At> available() {
    return front.nodes(
        roster ->
            roster.available().stream()
                .flatMap(name -> roster.address(name).map(it -> new At(name, it)).stream())
                .toList());
  }
}
