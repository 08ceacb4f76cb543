package fwq.journal.head;

import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalRecord;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.LogPlace;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.NodeReply;
import fwq.common.talk.journal.NodeRequest;
import fwq.common.talk.journal.RecordName;
import fwq.common.talk.journal.Span;
import fwq.journal.check.RowsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Reads the journal back: from the available nodes, and from Kafka what only those have that are
 * away. For any thread.
 */
final class Reading {
  /** So many records are fetched from Kafka for one page. */
  private static final int FROM_KAFKA_MAX = 200;

  private final Nodes nodes;
  private final Front front;
  private final Supplier<Shelf> shelves;
  private final Supplier<String> topic;

  Reading(Nodes nodes, Front front, Supplier<Shelf> shelves, Supplier<String> topic) {
    this.nodes = nodes;
    this.front = front;
    this.shelves = shelves;
    this.topic = topic;
  }

  /** The next records in order, each key once. */
  JournalReply page(JournalRequest.Read request) throws InterruptedException, RowsException {
    Merge merge = new Merge();
    for (Nodes.Said said :
        nodes.askAll(new NodeRequest.NextPage(request.after(), request.kind()))) {
      if (said.reply() instanceof NodeReply.Page page) {
        merge.add(page.records(), page.next());
      }
    }
    List<Span> away = awayOnly();
    if (!away.isEmpty()) {
      try (Shelf shelf = shelves.get()) {
        for (Span span : away) {
          Shelf.Page its = shelf.after(request.after(), span, FROM_KAFKA_MAX);
          merge.add(
              its.records().stream()
                  .filter(it -> request.kind().map(it.entry().kind()::equals).orElse(true))
                  .toList(),
              its.next());
        }
      }
    }
    return page(merge.records(), merge.next());
  }

  /**
   * As many as fit, of each key its first.
   *
   * @param next up to where these are all; nothing when there are no more
   */
  private JournalReply page(List<JournalRecord> records, Optional<LogPlace> next)
      throws InterruptedException {
    Map<UUID, LogPlace> firsts = firsts(records);
    List<JournalRecord> page = new ArrayList<>();
    Optional<LogPlace> last = Optional.empty();
    int bytes = 0;
    for (JournalRecord record : records) {
      if (firsts.get(record.key()).equals(record.place())) {
        bytes += JournalCodec.bytes(record);
        if (!page.isEmpty() && bytes > JournalCodec.PAGE_BYTES_MAX) {
          return new JournalReply.Page(page, last);
        }
        page.add(record);
      }
      last = Optional.of(record.place());
    }
    return new JournalReply.Page(page, next);
  }

  private List<Span> awayOnly() {
    String now = topic.get();
    return front.nodes(
        roster ->
            IntStream.range(0, JournalPartitions.COUNT)
                .boxed()
                .flatMap(it -> roster.awayOnly(now, it).stream())
                .toList());
  }

  /** Where these keys are first, as far as anybody knows. */
  private Map<UUID, LogPlace> firsts(List<JournalRecord> records) throws InterruptedException {
    Map<UUID, LogPlace> firsts = new HashMap<>();
    records.forEach(it -> firsts.merge(it.key(), it.place(), Reading::first));
    List<UUID> keys = List.copyOf(firsts.keySet());
    for (int from = 0; from < keys.size(); from += NodeRequest.Firsts.KEYS_MAX) {
      List<UUID> some =
          keys.subList(from, Math.min(keys.size(), from + NodeRequest.Firsts.KEYS_MAX));
      for (Nodes.Said said : nodes.askAll(new NodeRequest.Firsts(some))) {
        if (said.reply() instanceof NodeReply.FirstPlaces its) {
          for (int i = 0; i < some.size(); i++) {
            UUID key = some.get(i);
            its.places().get(i).ifPresent(place -> firsts.merge(key, place, Reading::first));
          }
        }
      }
    }
    return firsts;
  }

  private static LogPlace first(LogPlace one, LogPlace other) {
    return other.isFirst(one) ? other : one;
  }

  /** A record, and who has it. */
  JournalReply where(RecordName name) throws InterruptedException, RowsException {
    Map<NodeName, JournalRecord> found = new HashMap<>();
    for (Nodes.Said said : nodes.askAll(new NodeRequest.Find(name))) {
      if (said.reply() instanceof NodeReply.Found(Optional<JournalRecord> its)) {
        its.ifPresent(record -> found.put(said.node(), record));
      }
    }
    Optional<JournalRecord> first =
        found.values().stream().reduce((a, b) -> b.place().isFirst(a.place()) ? b : a);
    Optional<RecordName.ById> id =
        first.map(it -> new RecordName.ById(it.place().id())).or(() -> known(name));
    if (first.isEmpty() && id.isPresent()) {
      try (Shelf shelf = shelves.get()) {
        first = shelf.find(id.get().id());
      }
    }
    List<NodeName> away =
        id.isEmpty() ? List.of() : front.nodes(roster -> roster.awayHolders(id.get().id()));
    Optional<LogPlace> place = first.map(JournalRecord::place);
    return new JournalReply.Found(
        first,
        found.entrySet().stream()
            .filter(it -> place.isPresent() && it.getValue().place().equals(place.get()))
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(NodeName::text))
            .toList(),
        away);
  }

  private Optional<RecordName.ById> known(RecordName name) {
    return switch (name) {
      case RecordName.ById it -> Optional.of(it);
      case RecordName.ByKey it ->
          front.receipt(it.key()).map(receipt -> new RecordName.ById(receipt.id()));
    };
  }

  /** The receipt of a key. */
  JournalReply receipt(UUID key) throws InterruptedException {
    Optional<JournalReply.Stored> newest = front.receipt(key);
    if (newest.isPresent()) {
      return newest.get();
    }
    // An older one: whoever has the record may receipt it.
    for (Nodes.Said said : nodes.askAll(new NodeRequest.Firsts(List.of(key)))) {
      if (said.reply() instanceof NodeReply.FirstPlaces its
          && its.places().getFirst().isPresent()) {
        return new JournalReply.Stored(
            its.places().getFirst().get().id(),
            said.node(),
            front.nodes(roster -> roster.address(said.node())).orElseThrow().host());
      }
    }
    return new JournalReply.Unknown();
  }
}
