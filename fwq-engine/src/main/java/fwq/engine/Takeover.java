package fwq.engine;

import fwq.engine.changelog.OfficeEntry;
import fwq.engine.changelog.Ownership;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.LogRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a park that the group has given us becomes ours: from what is noted, and what came since. */
record Takeover(Engine.Parts parts) {
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
    long begun = parts.clock().millis();
    if (!isStillOurs(partition, ownership(partition, parts.log().read(id)))) {
      return Optional.empty();
    }
    parts.log().take(id);
    LoggedPark logged = parts.log().read(id);
    Ownership before = ownership(partition, logged);
    Park park = new Park(parts.capacity().applyAsInt(id));
    park.restore(logged.guests(), before.time());
    park.restoreFormerPace(before.formerPace());
    park.office().restore(office(id, logged), before.time());
    // The changelog says itself how far it goes.
    long position = LogRange.nearest(parts.events(), partition, wanted(partition, before));
    // Asked after that, or there could be less than nothing to catch up on.
    long end = parts.events().endOffsets(List.of(partition)).get(partition);
    parts.events().seek(partition, position);
    long epoch = Math.max(parts.clock().millis(), before.epoch() + 1);
    parts.log().claim(id, new Ownership(epoch, position, before.time(), "", before.formerPace()));
    LOG.info(
        "park {} is ours with {} guests inside, epoch {}, {} events to catch up on, after {} ms",
        id,
        park.population(),
        epoch,
        end - position,
        parts.clock().millis() - begun);
    ParkVoice voice =
        new ParkVoice(parts.answers(), new ParkAudit(parts.audit(), parts.clock(), id, epoch));
    parts.events().resume(List.of(partition));
    ParkRoom room =
        new ParkRoom(id, park, epoch, position, end, parts.keys(), voice, parts.skipped());
    if (!logged.hasOffice()) {
      parts.zone().ifPresent(room::proposeZone);
    }
    return Optional.of(room);
  }

  private long wanted(TopicPartition partition, Ownership before) {
    if (before.isOfAnotherThan(parts.log().events())) {
      LOG.warn(
          "the topic {} was made anew since park {} was noted; reading it from its beginning",
          partition.topic(),
          partition.partition());
      return 0;
    }
    return before.offset();
  }

  private static OfficeEntry office(int id, LoggedPark logged) {
    try {
      return logged.office();
    } catch (BadMessageException e) {
      LOG.error(
          "park {}: what operators said cannot be read ({}), so it is open until they say"
              + " otherwise: see scripts/fwq operate",
          id,
          e.getMessage());
      return OfficeEntry.NONE;
    }
  }

  /** The group's offset is of the same note, but has to be asked for. */
  private Ownership ownership(TopicPartition partition, LoggedPark logged) {
    try {
      return logged.ownership();
    } catch (BadMessageException e) {
      LOG.warn("how far a note goes cannot be read, so the group is asked: {}", e.getMessage());
      OffsetAndMetadata committed = parts.events().committed(Set.of(partition)).get(partition);
      return committed == null ? Ownership.NONE : new Ownership(0, committed.offset(), 0);
    }
  }

  /** One that slept since it was given a park must not take it from who has it by now. */
  private boolean isStillOurs(TopicPartition partition, Ownership noted) {
    try {
      // Not asked where the group is: that would mean to wait, 10 s and more, for an owner that
      // froze while it wrote, since its transaction is undone only when it is fenced.
      parts.events().commitSync(Map.of(partition, new OffsetAndMetadata(noted.offset())));
      return true;
    } catch (CommitFailedException e) {
      // The next poll says what became of it.
      return false;
    }
  }
}
