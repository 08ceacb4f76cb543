package fwq.guest;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what engines say, for whoever listens to one park or to all: each park's newest owner is
 * believed, and nothing that speaks of another park than its partition's. What cannot be read is
 * counted. Belongs to one thread.
 */
public final class EngineReader {
  /** The key of map frames. A guest may have this name too. */
  public static final String MAP_KEY = "map";

  private final Skipped skipped;
  private final Map<Integer, Long> epochs = new HashMap<>();

  public EngineReader(Skipped skipped) {
    this.skipped = skipped;
  }

  /** The message in a record of topic {@code Engine}, or nothing where it is not to be believed. */
  public Optional<EngineMessage> read(ConsumerRecord<String, byte[]> record) {
    try {
      EngineMessage message = EngineCodec.read(record.value());
      int park = record.partition();
      if (message instanceof MapFrame frame && frame.park() != park) {
        skipped.add("it is a map of park " + frame.park() + ", not of " + park);
        return Optional.empty();
      }
      if (message.epoch() < epochs.getOrDefault(park, 0L)) {
        // An engine that lost the park and does not know it yet.
        return Optional.empty();
      }
      epochs.put(park, message.epoch());
      return Optional.of(message);
    } catch (BadMessageException e) {
      skipped.add(record, e.getMessage());
      return Optional.empty();
    }
  }
}
