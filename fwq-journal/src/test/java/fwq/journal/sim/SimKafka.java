package fwq.journal.sim;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.StoredWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Kafka as far as the journal stands on it: logs, a group with generations, committed offsets. */
final class SimKafka {
  private final Map<Integer, List<Logged>> logs = new HashMap<>();
  private final Map<Integer, Long> committed = new HashMap<>();
  private final SortedMap<String, Set<Integer>> shares = new TreeMap<>();
  private final List<StoredWord> stored = new ArrayList<>();
  private final List<Integer> partitions;
  private int topics;
  private int generation;

  /** A record in a log. */
  record Logged(LogPlace place, UUID key, JournalEntry entry) {}

  SimKafka(List<Integer> partitions) {
    this.partitions = partitions;
    makeTopicAnew();
  }

  void makeTopicAnew() {
    topics++;
    logs.clear();
    committed.clear();
    partitions.forEach(partition -> logs.put(partition, new ArrayList<>()));
  }

  String topic() {
    return String.format("topic-%016d", topics);
  }

  List<Integer> partitions() {
    return partitions;
  }

  List<Logged> log(int partition) {
    return logs.get(partition);
  }

  RecordId append(UUID key, JournalEntry entry, long at) {
    int partition = JournalPartitions.of(key);
    List<Logged> log = log(partition);
    RecordId id = new RecordId(topic(), partition, log.size());
    log.add(new Logged(new LogPlace(at, id), key, entry));
    return id;
  }

  /** All words since the first topic. */
  List<StoredWord> stored() {
    return stored;
  }

  /** Gives each member its share anew. */
  void join(String node) {
    shares.put(node, Set.of());
    balance();
  }

  void drop(String node) {
    if (shares.remove(node) != null) {
      balance();
    }
  }

  private void balance() {
    generation++;
    shares.replaceAll((_, _) -> new HashSet<>());
    List<String> members = List.copyOf(shares.keySet());
    for (int i = 0; i < partitions.size() && !members.isEmpty(); i++) {
      shares.get(members.get((i + generation) % members.size())).add(partitions.get(i));
    }
  }

  int generation() {
    return generation;
  }

  Set<String> members() {
    return shares.keySet();
  }

  Set<Integer> share(String node) {
    return shares.getOrDefault(node, Set.of());
  }

  long committed(int partition) {
    return committed.getOrDefault(partition, 0L);
  }

  /** Whether it was taken: not from one whose generation is over. */
  boolean commit(String node, int itsGeneration, String topic, Map<Integer, Long> offsets) {
    if (itsGeneration != generation || !shares.containsKey(node) || !topic.equals(topic())) {
      return false;
    }
    committed.putAll(offsets);
    return true;
  }
}
