package fwq.common.talk.journal;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** A node's requests and replies, as frames' content. */
public final class NodeCodec {
  private NodeCodec() {}

  /** A request to a node, signed. */
  public static byte[] write(Signed<NodeRequest> signed) {
    return JsonText.object(
        json -> {
          switch (signed.request()) {
            case NodeRequest.NextPage it -> {
              json.writeStringProperty("type", "page");
              it.after().ifPresent(place -> json.writeStringProperty("after", place.toString()));
              it.kind().ifPresent(kind -> json.writeStringProperty("kind", kind));
            }
            case NodeRequest.Firsts it -> {
              json.writeStringProperty("type", "firsts");
              JournalJson.list(
                  json, "keys", it.keys(), (out, one) -> out.writeString(one.toString()));
            }
            case NodeRequest.Find it -> {
              json.writeStringProperty("type", "find");
              json.writeStringProperty("record", it.record().toString());
            }
            case NodeRequest.Rows it -> {
              json.writeStringProperty("type", "rows");
              json.writeStringProperty("topic", it.topic());
              json.writeNumberProperty("partition", it.partition());
              json.writeNumberProperty("from", it.from());
            }
            case NodeRequest.Follow it -> {
              json.writeStringProperty("type", "follow");
              json.writeNumberProperty("from", it.from());
              JournalJson.list(json, "said", it.said(), NodeCodec::link);
            }
          }
          json.writeNumberProperty("at", signed.at());
          json.writeStringProperty("sig", signed.sig());
        });
  }

  /** A request to a node, whoever signed it. */
  public static Signed<NodeRequest> readRequest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) -> {
          NodeRequest request =
              switch (type) {
                case "page" ->
                    new NodeRequest.NextPage(
                        JournalJson.optionalPlace(in, "after"), in.optionalText("kind"));
                case "firsts" -> new NodeRequest.Firsts(keys(in));
                case "find" -> new NodeRequest.Find(RecordName.parse(in.text("record")));
                case "rows" ->
                    new NodeRequest.Rows(
                        in.text("topic"), in.number("partition"), in.longNumber("from"));
                case "follow" ->
                    new NodeRequest.Follow(
                        in.longNumber("from"), JournalJson.list(in, "said", NodeCodec::link));
                default -> throw JsonText.unknownType(type, "page, firsts, find, rows or follow");
              };
          return new Signed<>(request, in.longNumber("at"), in.text("sig"));
        });
  }

  /** A reply of a node. */
  public static byte[] write(NodeReply reply) {
    return JsonText.object(
        json -> {
          switch (reply) {
            case NodeReply.Refused it -> it.error().write(json);
            case NodeReply.Page it -> {
              json.writeStringProperty("type", "page");
              JournalJson.list(json, "records", it.records(), JournalJson::record);
              it.next().ifPresent(next -> json.writeStringProperty("next", next.toString()));
            }
            case NodeReply.FirstPlaces it -> {
              json.writeStringProperty("type", "firsts");
              JournalJson.list(
                  json,
                  "places",
                  it.places(),
                  (out, place) -> out.writeString(place.map(LogPlace::toString).orElse("")));
            }
            case NodeReply.Found it -> {
              json.writeStringProperty("type", "found");
              it.record()
                  .ifPresent(
                      record -> {
                        json.writeName("record");
                        JournalJson.record(json, record);
                      });
            }
            case NodeReply.RowList it -> {
              json.writeStringProperty("type", "rows");
              JournalJson.list(json, "rows", it.rows(), NodeCodec::row);
              json.writeNumberProperty("gone", it.gone());
              json.writeNumberProperty("next", it.next());
            }
            case NodeReply.Followed it -> {
              json.writeStringProperty("type", "followed");
              json.writeNumberProperty("rows", it.rows());
              json.writeNumberProperty("broken", it.broken());
              json.writeNumberProperty("next", it.next());
            }
          }
        });
  }

  /** A reply of a node. */
  public static NodeReply readReply(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "error" -> new NodeReply.Refused(ErrorReply.read(in));
              case "page" ->
                  new NodeReply.Page(
                      JournalJson.list(in, "records", JournalJson::record),
                      JournalJson.optionalPlace(in, "next"));
              case "firsts" -> new NodeReply.FirstPlaces(places(in));
              case "found" -> new NodeReply.Found(JournalJson.optionalRecord(in));
              case "rows" ->
                  new NodeReply.RowList(
                      JournalJson.list(in, "rows", NodeCodec::row),
                      in.longNumber("gone"),
                      in.longNumber("next"));
              case "followed" ->
                  new NodeReply.Followed(
                      in.longNumber("rows"), in.longNumber("broken"), in.longNumber("next"));
              default ->
                  throw JsonText.unknownType(type, "page, firsts, found, rows, followed or error");
            });
  }

  private static List<UUID> keys(Fields in) throws BadMessageException {
    return JournalJson.list(in, "keys", node -> RecordName.key(JournalJson.text(node)));
  }

  private static List<Optional<LogPlace>> places(Fields in) throws BadMessageException {
    return JournalJson.list(
        in,
        "places",
        node ->
            Optional.of(JournalJson.text(node)).filter(it -> !it.isEmpty()).map(LogPlace::parse));
  }

  private static void link(JsonGenerator json, ChainLink link) {
    json.writeStartArray();
    json.writeNumber(link.seq());
    json.writeString(link.hex());
    json.writeEndArray();
  }

  private static ChainLink link(JsonNode node) throws BadMessageException {
    return new ChainLink(JournalJson.number(node.path(0)), JournalJson.text(node.path(1)));
  }

  /** {@code [offset]} of nobody, {@code [offset,key]} said again, {@code [offset,key,digest]}. */
  private static void row(JsonGenerator json, RowDigest row) {
    json.writeStartArray();
    json.writeNumber(row.offset());
    switch (row) {
      case RowDigest.Whole it -> {
        json.writeString(it.key().toString());
        json.writeString(it.digest());
      }
      case RowDigest.Repeat it -> json.writeString(it.key().toString());
      case RowDigest.Unreadable _ -> {}
    }
    json.writeEndArray();
  }

  private static RowDigest row(JsonNode node) throws BadMessageException {
    long offset = JournalJson.number(node.path(0));
    if (node.size() == 1) {
      return new RowDigest.Unreadable(offset);
    }
    UUID key = RecordName.key(JournalJson.text(node.path(1)));
    return node.size() == 2
        ? new RowDigest.Repeat(offset, key)
        : new RowDigest.Whole(offset, key, JournalJson.text(node.path(2)));
  }
}
