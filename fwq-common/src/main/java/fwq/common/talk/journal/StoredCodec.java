package fwq.common.talk.journal;

import fwq.common.signing.JournalKey;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Records of the topic {@code Stored}: the node's name as key, its word, and its signature. */
public final class StoredCodec {
  private static final byte[] SIGNED = "stored\n".getBytes(StandardCharsets.US_ASCII);

  private StoredCodec() {}

  /** A record's value. */
  public static byte[] write(StoredWord word) {
    return JsonText.object(
        json -> {
          switch (word) {
            case StoredWord.Receipts it -> {
              json.writeStringProperty("type", "stored");
              json.writeStringProperty("node", it.node().text());
              json.writeStringProperty("host", it.host());
              json.writeStringProperty("topic", it.topic());
              JournalJson.spans(json, it.spans());
              JournalJson.list(
                  json, "receipts", it.receipts(), (out, one) -> receipt(out, it.topic(), one));
            }
            case StoredWord.Report it -> {
              json.writeStringProperty("type", "node");
              json.writeStringProperty("node", it.node().text());
              json.writeStringProperty("host", it.address().host());
              json.writeNumberProperty("port", it.address().port());
              json.writeStringProperty("topic", it.topic());
              JournalJson.spans(json, it.spans());
              json.writeStringProperty("database", it.database().toString());
              json.writeNumberProperty("freeBytes", it.freeBytes());
              json.writeNumberProperty("seq", it.newest().seq());
              json.writeStringProperty("chain", it.newest().hex());
            }
          }
        });
  }

  /** A record's value. */
  public static StoredWord read(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "stored" -> {
                String topic = in.text("topic");
                yield new StoredWord.Receipts(
                    new NodeName(in.text("node")),
                    in.text("host"),
                    topic,
                    JournalJson.spans(in),
                    JournalJson.list(in, "receipts", node -> receipt(node, topic)));
              }
              case "node" ->
                  new StoredWord.Report(
                      new NodeName(in.text("node")),
                      new NodeAddress(in.text("host"), in.number("port")),
                      in.text("topic"),
                      JournalJson.spans(in),
                      RecordName.key(in.text("database")),
                      in.longNumber("freeBytes"),
                      new ChainLink(in.longNumber("seq"), in.text("chain")));
              default -> throw JsonText.unknownType(type, "stored or node");
            });
  }

  /** The signature of a value: 32 bytes. */
  public static byte[] sign(JournalKey journal, byte[] value) {
    return journal.sign(signed(value));
  }

  /** Whether a node wrote this. */
  public static boolean isSigned(JournalKey journal, byte[] value, byte[] signature) {
    return journal.signs(signed(value), signature);
  }

  private static byte[] signed(byte[] value) {
    return ByteBuffer.allocate(SIGNED.length + value.length).put(SIGNED).put(value).array();
  }

  /** {@code [key,partition,offset]}, and the topic where it is another than the word's. */
  private static void receipt(JsonGenerator json, String topic, Receipt receipt) {
    json.writeStartArray();
    json.writeString(receipt.key().toString());
    json.writeNumber(receipt.id().partition());
    json.writeNumber(receipt.id().offset());
    if (!receipt.id().topic().equals(topic)) {
      json.writeString(receipt.id().topic());
    }
    json.writeEndArray();
  }

  private static Receipt receipt(JsonNode node, String topic) throws BadMessageException {
    return new Receipt(
        RecordName.key(JournalJson.text(node.path(0))),
        new RecordId(
            node.size() > 3 ? JournalJson.text(node.path(3)) : topic,
            Fields.whole(node.path(1), "partition"),
            JournalJson.number(node.path(2))));
  }
}
