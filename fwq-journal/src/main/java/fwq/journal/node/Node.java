package fwq.journal.node;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalTopics;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeName;
import fwq.journal.node.TopicGuard.AnotherTopicException;
import fwq.journal.topic.EntryReader;
import fwq.journal.topic.TopicIds;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.Refusal;
import fwq.kit.program.Failure;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import fwq.kit.sqlite.DatabaseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A data node: one {@link Stay} in the group after the other, for as long as the program runs. */
final class Node {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration QUESTION = Duration.ofSeconds(3);

  private final Parts parts;
  private final JournalDatabase database;
  private final NodeCounts counts;
  private final InstantSource clock;
  private final Runnable afterStored;
  private final AtomicReference<KafkaConsumer<String, byte[]>> inGroup = new AtomicReference<>();
  private final Once told = new Once(Duration.ofSeconds(10));

  /**
   * Who it is, and whom it talks with.
   *
   * @param address where it answers {@code read}
   * @param kafka for all but the group
   * @param group for the group: its client id is the node's name
   */
  record Parts(
      NodeName name,
      NodeAddress address,
      Duration session,
      KafkaClients kafka,
      KafkaClients group,
      JournalKey key,
      Rounds.Limits limits) {}

  Node(
      Parts parts,
      JournalDatabase database,
      NodeCounts counts,
      InstantSource clock,
      Runnable afterStored) {
    this.parts = parts;
    this.database = database;
    this.counts = counts;
    this.clock = clock;
    this.afterStored = afterStored;
  }

  /**
   * Stores until stop is requested.
   *
   * @throws DatabaseException when nothing can be stored any more; the group is left by then
   */
  void run(Stop stop) throws DatabaseException, Failure, InterruptedException {
    stop.onRequest(
        () -> {
          KafkaConsumer<String, byte[]> its = inGroup.get();
          if (its != null) {
            its.wakeup();
          }
        });
    while (parts
        .kafka()
        .awaitTopics(stop, 1, JournalTopics.JOURNAL.read(), JournalTopics.STORED.write())) {
      try {
        stay(stop);
      } catch (WakeupException e) {
        // Stop was requested, which the loop's condition sees.
      } catch (AnotherTopicException e) {
        LOG.info("{}: its records are read from the beginning", e.getMessage());
      } catch (KafkaException e) {
        tell(e);
      }
      stop.await(PAUSE);
    }
  }

  private void stay(Stop stop)
      throws AnotherTopicException, DatabaseException, Failure, InterruptedException {
    try (Admin admin = parts.kafka().admin(QUESTION)) {
      String topic = TopicIds.ask(admin).journal();
      Names names = new Names(admin, parts.name(), parts.session());
      names.await(stop);
      // Who cannot commit must not be given records.
      database.probe();
      TopicGuard guard = new TopicGuard(admin, topic);
      EntryReader reader = new EntryReader(parts.key());
      try (Voice voice =
              new Voice(
                  parts.kafka().producer(0), parts.key(), parts.name(), parts.address().host());
          Stay stay =
              new Stay(
                  new Stay.Parts(topic, guard, database, voice, counts, afterStored),
                  member(),
                  new Filler(parts.kafka().consumer(), database, reader, topic, guard),
                  new Rounds(
                      new Rounds.Parts(
                          parts.name(),
                          parts.address(),
                          topic,
                          admin,
                          names,
                          guard,
                          database,
                          voice,
                          parts.limits()),
                      clock),
                  reader)) {
        LOG.info("node {} joins the group", parts.name());
        stay.run(stop);
      } finally {
        inGroup.set(null);
      }
    }
  }

  private KafkaConsumer<String, byte[]> member() {
    KafkaConsumer<String, byte[]> member =
        parts
            .group()
            .groupConsumer(
                JournalTopics.GROUP, (int) parts.session().toMillis(), JournalTopics.JOURNAL);
    inGroup.set(member);
    return member;
  }

  private void tell(KafkaException e) {
    String what = Refusal.sentence(e).orElse(String.valueOf(e.getMessage()));
    if (told.isDue(clock.millis())) {
      LOG.warn("node {} leaves the group: {}; it joins anew", parts.name(), what);
    }
  }
}
