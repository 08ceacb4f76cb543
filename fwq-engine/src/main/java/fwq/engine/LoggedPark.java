package fwq.engine;

import fwq.engine.changelog.ChangelogCodec;
import fwq.engine.changelog.GuestEntry;
import fwq.engine.changelog.OfficeCodec;
import fwq.engine.changelog.OfficeEntry;
import fwq.engine.changelog.Ownership;
import fwq.kit.json.BadMessageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the {@link ParkLog} says of one park, as far as it has been read. */
final class LoggedPark {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedPark.class);

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private long next;

  /** The first offset that has not been read. */
  long next() {
    return next;
  }

  void readUpTo(long offset) {
    next = offset;
  }

  /** The newest entry of each key counts. */
  void add(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      entries.remove(record.key());
    } else {
      entries.put(record.key(), record.value());
    }
  }

  /**
   * Whose the park was last and how far its owner had read, or {@link Ownership#NONE} when nobody
   * has noted anything.
   *
   * @throws BadMessageException when that was noted, and cannot be read
   */
  Ownership ownership() throws BadMessageException {
    byte[] entry = entries.get(ParkLog.OWNERSHIP_KEY);
    return entry == null ? Ownership.NONE : ChangelogCodec.readReign(entry);
  }

  /**
   * What operators had said.
   *
   * @throws BadMessageException when that was noted, and cannot be read
   */
  OfficeEntry office() throws BadMessageException {
    byte[] entry = entries.get(ParkLog.OFFICE_KEY);
    return entry == null ? OfficeEntry.NONE : OfficeCodec.read(entry);
  }

  /** Whether operators had said anything, ever. */
  boolean hasOffice() {
    return entries.containsKey(ParkLog.OFFICE_KEY);
  }

  /** The guests whom the park knows. */
  List<GuestEntry> guests() {
    List<GuestEntry> guests = new ArrayList<>();
    entries.forEach(
        (key, entry) -> {
          try {
            // No guest's alias has a #.
            if (!String.valueOf(key).startsWith("#")) {
              guests.add(ChangelogCodec.readGuest(entry));
            }
          } catch (BadMessageException e) {
            LOG.warn(
                "an entry of the topic Park cannot be read and is skipped: {}", e.getMessage());
          }
        });
    return guests;
  }
}
