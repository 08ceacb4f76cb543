package fwq.common.talk.journal;

import fwq.kit.frame.Frames;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A head's requests and replies, as frames' content. */
public final class JournalCodec {
  /** Records of a page have at most so many bytes together, if they are more than one. */
  public static final int PAGE_BYTES_MAX = 60 * 1024;

  /** An append that is longer could not be read back in a frame. */
  public static final int APPEND_BYTES_MAX = Frames.FRAME_BYTES_MAX - 1_024;

  private JournalCodec() {}

  /** How many bytes a record takes in a page. */
  public static int bytes(JournalRecord record) {
    return JsonText.document(json -> JournalJson.record(json, record)).length + 1;
  }

  /** A request to a head, signed. */
  public static byte[] write(Signed<JournalRequest> signed) {
    return JsonText.object(
        json -> {
          switch (signed.request()) {
            case JournalRequest.Hello it -> {
              json.writeStringProperty("type", "hello");
              json.writeStringProperty("client", it.client());
            }
            case JournalRequest.Append it -> {
              json.writeStringProperty("type", "append");
              json.writeStringProperty("key", it.key().toString());
              json.writeStringProperty("kind", it.entry().kind());
              json.writeStringProperty("body", it.entry().body());
            }
            case JournalRequest.AskReceipt it -> {
              json.writeStringProperty("type", "receipt");
              json.writeStringProperty("key", it.key().toString());
            }
            case JournalRequest.Where it -> {
              json.writeStringProperty("type", "where");
              json.writeStringProperty("record", it.record().toString());
            }
            case JournalRequest.ListNodes _ -> json.writeStringProperty("type", "nodes");
            case JournalRequest.Read it -> {
              json.writeStringProperty("type", "read");
              it.after().ifPresent(place -> json.writeStringProperty("after", place.toString()));
              it.kind().ifPresent(kind -> json.writeStringProperty("kind", kind));
            }
            case JournalRequest.CheckPartition it -> {
              json.writeStringProperty("type", "checkPartition");
              json.writeNumberProperty("partition", it.partition());
            }
            case JournalRequest.CheckChain it -> {
              json.writeStringProperty("type", "checkChain");
              json.writeStringProperty("node", it.node().text());
              json.writeNumberProperty("from", it.from());
            }
          }
          json.writeNumberProperty("at", signed.at());
          json.writeStringProperty("sig", signed.sig());
        });
  }

  /** A request to a head, whoever signed it. */
  public static Signed<JournalRequest> readRequest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) -> {
          JournalRequest request =
              switch (type) {
                case "hello" -> new JournalRequest.Hello(in.text("client"));
                case "append" ->
                    new JournalRequest.Append(
                        RecordName.key(in.text("key")),
                        new JournalEntry(in.text("kind"), in.text("body")));
                case "receipt" -> new JournalRequest.AskReceipt(RecordName.key(in.text("key")));
                case "where" -> new JournalRequest.Where(RecordName.parse(in.text("record")));
                case "nodes" -> new JournalRequest.ListNodes();
                case "read" ->
                    new JournalRequest.Read(
                        JournalJson.optionalPlace(in, "after"), in.optionalText("kind"));
                case "checkPartition" -> new JournalRequest.CheckPartition(in.number("partition"));
                case "checkChain" ->
                    new JournalRequest.CheckChain(
                        new NodeName(in.text("node")), in.longNumber("from"));
                default ->
                    throw JsonText.unknownType(
                        type,
                        "hello, append, receipt, where, nodes, read, checkPartition or checkChain");
              };
          return new Signed<>(request, in.longNumber("at"), in.text("sig"));
        });
  }

  /** A reply of a head. */
  public static byte[] write(JournalReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case JournalReply.Refused it -> it.error().write(json);
            case JournalReply.Welcome it -> {
              json.writeStringProperty("type", "welcome");
              JournalJson.names(json, "nodes", it.nodes());
            }
            case JournalReply.Stored it -> {
              json.writeStringProperty("type", "stored");
              json.writeStringProperty("id", it.id().toString());
              json.writeStringProperty("node", it.node().text());
              json.writeStringProperty("host", it.host());
            }
            case JournalReply.Waiting it -> {
              json.writeStringProperty("type", "waiting");
              json.writeStringProperty("id", it.id().toString());
              json.writeStringProperty("reason", it.reason().name());
            }
            case JournalReply.Unknown _ -> json.writeStringProperty("type", "unknown");
            case JournalReply.Found it -> {
              json.writeStringProperty("type", "found");
              it.record()
                  .ifPresent(
                      record -> {
                        json.writeName("record");
                        JournalJson.record(json, record);
                      });
              JournalJson.names(json, "nodes", it.nodes());
              JournalJson.names(json, "away", it.away());
            }
            case JournalReply.NodeList it -> {
              json.writeStringProperty("type", "nodes");
              JournalJson.list(json, "nodes", it.nodes(), JournalCodec::state);
            }
            case JournalReply.Page it -> {
              json.writeStringProperty("type", "page");
              JournalJson.list(json, "records", it.records(), JournalJson::record);
              it.next().ifPresent(next -> json.writeStringProperty("next", next.toString()));
            }
            case JournalReply.PartitionChecked it -> {
              json.writeStringProperty("type", "partitionChecked");
              CheckJson.write(json, it.result());
            }
            case JournalReply.ChainChecked it -> {
              json.writeStringProperty("type", "chainChecked");
              CheckJson.write(json, it.result());
              json.writeNumberProperty("next", it.next());
            }
          }
        });
  }

  /** A reply of a head. */
  public static JournalReply readReply(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "error" -> new JournalReply.Refused(ErrorReply.read(in));
              case "welcome" -> new JournalReply.Welcome(JournalJson.names(in, "nodes"));
              case "stored" ->
                  new JournalReply.Stored(
                      RecordId.parse(in.text("id")),
                      new NodeName(in.text("node")),
                      in.text("host"));
              case "waiting" ->
                  new JournalReply.Waiting(
                      RecordId.parse(in.text("id")), in.constant("reason", WaitReason.class));
              case "unknown" -> new JournalReply.Unknown();
              case "found" ->
                  new JournalReply.Found(
                      JournalJson.optionalRecord(in),
                      JournalJson.names(in, "nodes"),
                      JournalJson.names(in, "away"));
              case "nodes" ->
                  new JournalReply.NodeList(
                      JournalJson.list(in, "nodes", node -> state(Fields.of(node))));
              case "page" ->
                  new JournalReply.Page(
                      JournalJson.list(in, "records", JournalJson::record),
                      JournalJson.optionalPlace(in, "next"));
              case "partitionChecked" -> new JournalReply.PartitionChecked(CheckJson.read(in));
              case "chainChecked" ->
                  new JournalReply.ChainChecked(CheckJson.read(in), in.longNumber("next"));
              default ->
                  throw JsonText.unknownType(
                      type,
                      "welcome, stored, waiting, unknown, found, nodes, page, partitionChecked,"
                          + " chainChecked or error");
            });
  }

  private static void state(JsonGenerator json, NodeState node) {
    json.writeStartObject();
    json.writeStringProperty("name", node.name().text());
    node.address()
        .ifPresent(
            address -> {
              json.writeStringProperty("host", address.host());
              json.writeNumberProperty("port", address.port());
            });
    json.writeBooleanProperty("available", node.available());
    json.writeNumberProperty("partitions", node.partitions());
    json.writeNumberProperty("records", node.records());
    json.writeNumberProperty("freeBytes", node.freeBytes());
    json.writeEndObject();
  }

  private static NodeState state(Fields in) throws BadMessageException {
    Optional<String> host = in.optionalText("host");
    return new NodeState(
        new NodeName(in.text("name")),
        host.isPresent()
            ? Optional.of(new NodeAddress(host.get(), in.number("port")))
            : Optional.empty(),
        in.optionalFlag("available"),
        in.number("partitions"),
        in.longNumber("records"),
        in.longNumber("freeBytes"));
  }
}
