package fwq.guild.client;

import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.BadMessageException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a park's frames among what its engine says. */
public final class FrameRecord {
  private static final Logger LOG = LoggerFactory.getLogger(FrameRecord.class);
  private static final String KEY = "map";

  private FrameRecord() {}

  /** The frame, if this is one that can be read. */
  public static Optional<MapFrame> read(ConsumerRecord<String, byte[]> record) {
    try {
      return record.value() != null
              && KEY.equals(record.key())
              && EngineCodec.read(record.value()) instanceof MapFrame frame
          ? Optional.of(frame)
          : Optional.empty();
    } catch (BadMessageException e) {
      LOG.debug("a frame cannot be read", e);
      return Optional.empty();
    }
  }
}
