package fwq.guest;

import fwq.common.signing.Seal;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.SealCheck;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.Skipped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads what engines say, for whoever listens to one park or to all: each park's newest owner is
 * believed, nothing that speaks of another park than its partition's, and nothing that no engine
 * has signed once their keys are known ({@link SealCheck}). What is not believed is counted.
 * Belongs to one thread.
 */
public final class EngineReader {
  /** The key of map frames. A guest may have this name too. */
  public static final String MAP_KEY = "map";

  private final Skipped skipped;
  private final SealCheck check;
  private final Map<Integer, Long> epochs = new HashMap<>();
  private boolean knewEngines;

  /**
   * Has read nothing.
   *
   * @param check which engines are believed
   */
  public EngineReader(Skipped skipped, SealCheck check) {
    this.skipped = skipped;
    this.check = check;
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
      Optional<String> doubt =
          check.doubt(park, message.epoch(), record.key(), record.value(), seal(record));
      if (doubt.isPresent()) {
        skipped.add(record, doubt.get());
        return Optional.empty();
      }
      if (!knewEngines && check.knowsEngines()) {
        // Who was believed before may have been anybody.
        knewEngines = true;
        epochs.clear();
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

  private static byte[] seal(ConsumerRecord<String, byte[]> record) {
    Header seal = record.headers().lastHeader(Seal.HEADER);
    return seal == null ? null : seal.value();
  }
}
