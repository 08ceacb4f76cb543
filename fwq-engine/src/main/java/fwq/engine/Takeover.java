package fwq.engine;

import fwq.common.signing.SharedSecret;
import fwq.common.talk.audit.Audit;
import fwq.engine.changelog.Reign;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a park that the group has given us becomes ours: from what is noted, and what came since. */
record Takeover(
    Consumer<String, byte[]> events,
    Producer<String, byte[]> answers,
    ParkLog log,
    SharedSecret secret,
    IntUnaryOperator capacity,
    InstantSource clock,
    Skipped skipped,
    Audit audit) {
  private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

  /**
   * Reads what is noted, asks the group whether the park is ours, puts the owner before out, reads
   * what that noted meanwhile, and notes who owns the park now, before anything is said. The park's
   * events, which are paused, flow from then on.
   *
   * @return nothing when the group has given the park to somebody else meanwhile
   * @throws RebalanceInProgressException when the group has yet to agree: to be tried again
   */
  Optional<ParkRoom> of(int id) {
    TopicPartition partition = Engine.partition(id);
    long begun = clock.millis();
    if (!isStillOurs(partition, reign(partition, log.read(id)))) {
      return Optional.empty();
    }
    log.take(id);
    LoggedPark logged = log.read(id);
    Reign before = reign(partition, logged);
    Park park = new Park(capacity.applyAsInt(id));
    park.restore(logged.guests(), before.time());
    // What is noted says itself how far it goes.
    events.seek(partition, before.offset());
    long position = events.position(partition);
    long end = events.endOffsets(List.of(partition)).get(partition);
    long epoch = Math.max(clock.millis(), before.epoch() + 1);
    log.claim(id, new Reign(epoch, position, before.time()));
    LOG.info(
        "park {} is ours with {} guests inside, epoch {}, {} events to catch up on, after {} ms",
        id,
        park.population(),
        epoch,
        end - position,
        clock.millis() - begun);
    ParkVoice voice = new ParkVoice(answers, new ParkAudit(audit, clock, id, epoch));
    events.resume(List.of(partition));
    return Optional.of(new ParkRoom(id, park, epoch, position, end, secret, voice, skipped));
  }

  /** The group's offset is of the same note, but has to be asked for. */
  private Reign reign(TopicPartition partition, LoggedPark logged) {
    try {
      return logged.reign();
    } catch (BadMessageException e) {
      LOG.warn("how far a note goes cannot be read, so the group is asked: {}", e.getMessage());
      OffsetAndMetadata committed = events.committed(Set.of(partition)).get(partition);
      return committed == null ? Reign.NONE : new Reign(0, committed.offset(), 0);
    }
  }

  /** One that slept since it was given a park must not take it from who has it by now. */
  private boolean isStillOurs(TopicPartition partition, Reign noted) {
    try {
      // Not asked where the group is: that would mean to wait, 10 s and more, for an owner that
      // froze
      // while it noted, since its note is undone only when it is put out.
      events.commitSync(Map.of(partition, new OffsetAndMetadata(noted.offset())));
      return true;
    } catch (CommitFailedException e) {
      // The next poll says what became of it.
      return false;
    }
  }
}
