package fwq.journal.desk;

import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.NodeState;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.Span;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.filing.Offsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The nodes that a head has heard of. Kafka's group says which of them are available; their own
 * words only say where they are and what they have. For one thread.
 */
public final class Roster {
  /** More names than this are not remembered; nodes have shares of 60 partitions. */
  static final int NODES_MAX = 1_000;

  private final SortedMap<NodeName, Heard> nodes =
      new TreeMap<>(Comparator.comparing(NodeName::text));
  private final Map<String, Offsets> receipted = new HashMap<>();
  private Map<NodeName, Integer> members = Map.of();

  /** Nobody has been heard of. */
  public Roster() {}

  /** What a node has said. */
  private static final class Heard {
    private final Map<String, Offsets> held = new HashMap<>();
    private Optional<StoredWord.Report> newest = Optional.empty();
    private SaidLinks links = new SaidLinks();
  }

  /** A node says something. */
  public void heard(StoredWord word) {
    if (nodes.size() >= NODES_MAX && !nodes.containsKey(word.node())) {
      return;
    }
    Heard node = nodes.computeIfAbsent(word.node(), _ -> new Heard());
    switch (word) {
      case StoredWord.Receipts it ->
          it.receipts()
              .forEach(
                  one -> {
                    RecordId id = one.id();
                    receipted
                        .computeIfAbsent(id.topic(), _ -> new Offsets())
                        .add(new Span(id.partition(), id.offset(), id.offset() + 1));
                  });
      case StoredWord.Report it -> {
        if (!node.newest.map(before -> before.database().equals(it.database())).orElse(false)) {
          // Another file: what the one before had is lost with it.
          node.held.clear();
          node.links = new SaidLinks();
        }
        node.newest = Optional.of(it);
        node.links.add(it.newest());
      }
    }
    Offsets held = node.held.computeIfAbsent(word.topic(), _ -> new Offsets());
    word.spans().forEach(held::add);
  }

  /**
   * Kafka's group has been looked at.
   *
   * @param now its members, and how many partitions each has
   * @return who has come and who has gone, in half a sentence each
   */
  public List<String> looked(Map<NodeName, Integer> now) {
    List<String> changes = new ArrayList<>();
    now.keySet().stream()
        .filter(name -> !members.containsKey(name))
        .forEach(name -> changes.add("node " + name + " is available"));
    members.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> changes.add("node " + name + " is not available and dropped"));
    members = Map.copyOf(now);
    changes.sort(Comparator.naturalOrder());
    return changes;
  }

  /** Who is available, by name. */
  public List<NodeName> available() {
    return members.keySet().stream().sorted(Comparator.comparing(NodeName::text)).toList();
  }

  /** Whether a node is. */
  public boolean isAvailable(NodeName name) {
    return members.containsKey(name);
  }

  /** Who has been heard of and is not available, by name. */
  public List<NodeName> away() {
    return nodes.keySet().stream().filter(name -> !members.containsKey(name)).toList();
  }

  /** Where a node says that it answers. */
  public Optional<NodeAddress> address(NodeName name) {
    return Optional.ofNullable(nodes.get(name))
        .flatMap(node -> node.newest)
        .map(StoredWord.Report::address);
  }

  /** Everybody who is available or has been heard of, by name. */
  public List<NodeState> states() {
    SortedMap<NodeName, NodeState> states = new TreeMap<>(Comparator.comparing(NodeName::text));
    members.keySet().forEach(name -> states.put(name, state(name, new Heard())));
    nodes.forEach((name, node) -> states.put(name, state(name, node)));
    return List.copyOf(states.values());
  }

  private NodeState state(NodeName name, Heard node) {
    return new NodeState(
        name,
        node.newest.map(StoredWord.Report::address),
        members.containsKey(name),
        members.getOrDefault(name, 0),
        node.held.values().stream().mapToLong(Offsets::count).sum(),
        node.newest.map(StoredWord.Report::freeBytes).orElse(0L));
  }

  /** Those who are away and have said that they have this. */
  public List<NodeName> awayHolders(RecordId id) {
    return away().stream()
        .filter(name -> held(name, id.topic()).contains(id.partition(), id.offset()))
        .toList();
  }

  /** What of a partition only nodes have that are away. */
  public List<Span> awayOnly(String topic, int partition) {
    Offsets here = new Offsets();
    available().forEach(name -> held(name, topic).spans(partition).forEach(here::add));
    Offsets away = new Offsets();
    away().forEach(name -> held(name, topic).spans(partition).forEach(away::add));
    return away.spans(partition).stream()
        .flatMap(span -> here.gaps(partition, span.from(), span.to()).stream())
        .toList();
  }

  /** What of a partition has been receipted, by whomever. */
  public List<Span> receipted(String topic, int partition) {
    return receipted.getOrDefault(topic, new Offsets()).spans(partition);
  }

  /** Links that a node has said of the file it has now, by rising row. */
  public List<ChainLink> said(NodeName name) {
    Heard node = nodes.get(name);
    return node == null ? List.of() : node.links.all();
  }

  private Offsets held(NodeName name, String topic) {
    Heard node = nodes.get(name);
    return node == null ? new Offsets() : node.held.getOrDefault(topic, new Offsets());
  }
}
