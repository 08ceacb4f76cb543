package fwq.common.talk.journal;

import java.util.UUID;

/** How a record is called: by its client's key or by its id. */
public sealed interface RecordName {
  /** By its key, which its client chose. */
  record ByKey(UUID key) implements RecordName {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** By its place in Kafka. */
  record ById(RecordId id) implements RecordName {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** Reads a key or an id. */
  static RecordName parse(String text) {
    return text.indexOf('/') < 0 ? new ByKey(key(text)) : new ById(RecordId.parse(text));
  }

  /** Reads a key. Java's own reader also takes what is no UUID, such as {@code 1-1-1-1-1}. */
  static UUID key(String text) {
    try {
      UUID key = UUID.fromString(text);
      if (key.toString().equals(text)) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Told below, with an example.
    }
    throw new IllegalArgumentException(
        "a key is a UUID in small letters, such as 2f1c9a52-3f0e-4d0b-9c1a-5d3c1c2b7a10");
  }
}
