package fwq.journal.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.ChainLink;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.RowDigest;
import fwq.journal.filing.Chain;
import fwq.journal.filing.Filing;
import fwq.journal.filing.Offsets;
import fwq.journal.filing.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What survives a kill of a node: {@code journal.db} in memory. */
final class SimDisk {
  private final JournalKey key;
  private final List<Row> rows = new ArrayList<>();
  private final List<ChainLink> links = new ArrayList<>();
  private final Map<UUID, List<LogPlace>> byKey = new HashMap<>();
  private final Map<RecordId, Row> byId = new HashMap<>();
  private final Map<RecordId, UUID> repeats = new HashMap<>();
  private final Map<String, Offsets> held = new HashMap<>();

  SimDisk(JournalKey key) {
    this.key = key;
  }

  Offsets held(String topic) {
    return held.computeIfAbsent(topic, _ -> new Offsets());
  }

  Map<UUID, LogPlace> firsts() {
    Map<UUID, LogPlace> firsts = new HashMap<>();
    byKey.forEach(
        (its, places) ->
            firsts.put(its, places.stream().reduce((a, b) -> a.isFirst(b) ? a : b).orElseThrow()));
    return firsts;
  }

  /** One transaction. */
  void commit(String topic, Filing filing) {
    for (Row row : filing.rows()) {
      assertTrue(byId.put(row.place().id(), row) == null, () -> row + " is stored twice");
      rows.add(row);
      links.add(Chain.next(key, links.isEmpty() ? ChainLink.NONE : links.getLast(), row));
      row.key().ifPresent(it -> byKey.computeIfAbsent(it, _ -> new ArrayList<>()).add(row.place()));
    }
    filing.repeats().forEach(repeat -> repeats.put(repeat.id(), repeat.key()));
    filing.spans().forEach(held(topic)::add);
  }

  boolean has(RecordId id, UUID its) {
    return byId.containsKey(id) && byId.get(id).key().equals(Optional.of(its));
  }

  boolean knows(RecordId id) {
    return byId.containsKey(id) || repeats.containsKey(id);
  }

  /** What it gives to be read. */
  List<Row> readable() {
    return rows.stream()
        .filter(row -> row.key().isPresent() && !repeats.containsKey(row.place().id()))
        .toList();
  }

  List<RowDigest> digests(String topic, int partition) {
    List<RowDigest> digests = new ArrayList<>();
    for (var span : held(topic).spans(partition)) {
      for (long offset = span.from(); offset < span.to(); offset++) {
        RecordId id = new RecordId(topic, partition, offset);
        if (repeats.containsKey(id)) {
          digests.add(new RowDigest.Repeat(offset, repeats.get(id)));
        } else {
          digests.add(byId.get(id).digest());
        }
      }
    }
    return digests;
  }

  void check() {
    Set<UUID> keys = new HashSet<>();
    readable().forEach(row -> assertTrue(keys.add(row.key().get()), () -> row + " is read twice"));
    held.forEach(
        (topic, offsets) ->
            offsets
                .spans()
                .forEach(
                    span -> {
                      for (long offset = span.from(); offset < span.to(); offset++) {
                        RecordId id = new RecordId(topic, span.partition(), offset);
                        assertTrue(knows(id), () -> id + " counts as held and is not");
                      }
                    }));
  }

  void checkChain() {
    ChainLink before = ChainLink.NONE;
    for (int i = 0; i < rows.size(); i++) {
      before = Chain.next(key, before, rows.get(i));
      assertEquals(before, links.get(i), "the chain is whole");
    }
  }
}
