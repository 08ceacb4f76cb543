package fwq.common.talk.journal;

import fwq.common.signing.JournalKey;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Records of the topic {@code Journal}: the key as text, what was given as JSON, and in the header
 * {@link #SIGNATURE} the head's signature. That covers the topic's id and the partition, too: a
 * record that is copied to elsewhere, or met by a node that has not noticed that the topic is
 * another one, counts as nobody's.
 */
public final class EntryCodec {
  /** The header's name. */
  public static final String SIGNATURE = "sig";

  private EntryCodec() {}

  /** A record's value. */
  public static byte[] write(JournalEntry entry) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "entry");
          json.writeStringProperty("kind", entry.kind());
          json.writeStringProperty("body", entry.body());
        });
  }

  /** A record's value. */
  public static JournalEntry read(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "entry" -> new JournalEntry(in.text("kind"), in.text("body"));
              default -> throw JsonText.unknownType(type, "entry");
            });
  }

  /** The signature's content. */
  public static byte[] signed(String topic, UUID key, byte[] value) {
    byte[] head =
        ("entry\n" + topic + "\n" + JournalPartitions.of(key) + "\n" + key + "\n")
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + value.length).put(head).put(value).array();
  }

  /** Whether a head wrote this, for this topic. */
  public static boolean isSigned(
      JournalKey journal, String topic, UUID key, byte[] value, byte[] signature) {
    return journal.signs(signed(topic, key, value), signature);
  }
}
