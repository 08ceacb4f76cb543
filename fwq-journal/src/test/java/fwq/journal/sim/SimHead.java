package fwq.journal.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.RecordId;
import fwq.common.talk.journal.StoredWord;
import fwq.journal.desk.Answer;
import fwq.journal.desk.Desk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A head between its clients and {@link SimKafka}, with records and acknowledgements under way. */
final class SimHead {
  private final SimKafka kafka;
  private final Desk desk = new Desk(new HashMap<>());
  private final List<UUID> underWay = new ArrayList<>();
  private final Map<UUID, RecordId> acks = new HashMap<>();
  private final Map<Long, UUID> asked = new HashMap<>();
  private final Map<UUID, JournalReply> answers = new HashMap<>();
  private int heard;
  private long ticket;

  SimHead(SimKafka kafka) {
    this.kafka = kafka;
    // All of Stored before the first append.
    listen();
  }

  void append(UUID key, long now) {
    long its = ++ticket;
    asked.put(its, key);
    Desk.Taken taken = desk.append(key, its, now);
    taken.answer().ifPresent(it -> answer(List.of(it)));
    if (taken.send()) {
      underWay.add(key);
    }
  }

  /** Kafka takes one record; its acknowledgement comes later, or never. */
  void deliver(RandomGenerator chance, long now) {
    if (!underWay.isEmpty()) {
      UUID key = underWay.remove(chance.nextInt(underWay.size()));
      RecordId id = kafka.append(key, entry(key), now);
      if (chance.nextInt(10) > 0) {
        acks.put(key, id);
      }
    }
  }

  static JournalEntry entry(UUID key) {
    return new JournalEntry("sim", "body of " + key);
  }

  void acknowledge() {
    acks.forEach(desk::acknowledged);
    acks.clear();
  }

  void listen() {
    for (; heard < kafka.stored().size(); heard++) {
      if (kafka.stored().get(heard) instanceof StoredWord.Receipts word) {
        answer(desk.heard(word));
      }
    }
  }

  void look(long now) {
    if (desk.wantsLook(now)) {
      desk.looks(now);
      answer(desk.looked(!kafka.members().isEmpty(), now));
    }
    answer(desk.tick(now));
  }

  void topicIsAnother() {
    underWay.clear();
    acks.clear();
    answer(desk.forgetAll());
  }

  private void answer(List<Answer> given) {
    for (Answer one : given) {
      UUID key = asked.remove(one.ticket());
      assertTrue(key != null, "an append is answered once");
      answers.put(key, one.reply());
    }
  }

  boolean waits(UUID key) {
    return asked.containsValue(key);
  }

  /** What the client of a key was last told. */
  Optional<JournalReply> answer(UUID key) {
    return Optional.ofNullable(answers.get(key));
  }

  Optional<JournalReply.Stored> receipt(UUID key) {
    return desk.receipt(key);
  }
}
