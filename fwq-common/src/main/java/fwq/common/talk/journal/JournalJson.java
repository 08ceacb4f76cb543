package fwq.common.talk.journal;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What the codecs of this conversation share. */
final class JournalJson {
  private JournalJson() {}

  /** Reads one element of a list. */
  @FunctionalInterface
  interface Element<T> {
    /** Reads it. */
    T read(JsonNode node) throws BadMessageException;
  }

  static <T> void list(
      JsonGenerator json, String name, List<T> elements, BiConsumer<JsonGenerator, T> element) {
    json.writeName(name);
    json.writeStartArray();
    elements.forEach(it -> element.accept(json, it));
    json.writeEndArray();
  }

  static <T> List<T> list(Fields in, String name, Element<T> element) throws BadMessageException {
    List<T> elements = new ArrayList<>();
    for (JsonNode node : in.array(name)) {
      elements.add(element.read(node));
    }
    return elements;
  }

  static String text(JsonNode node) throws BadMessageException {
    if (node == null || !node.isString()) {
      throw new BadMessageException("a list's element must be a text");
    }
    String text = node.stringValue();
    if (!Fields.isWhole(text)) {
      throw new BadMessageException("a list's element must be a text of whole characters");
    }
    return text;
  }

  static long number(JsonNode node) throws BadMessageException {
    if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new BadMessageException("a list's element must be a whole number");
    }
    return node.longValue();
  }

  static void names(JsonGenerator json, String name, List<NodeName> names) {
    list(json, name, names, (it, node) -> it.writeString(node.text()));
  }

  static List<NodeName> names(Fields in, String name) throws BadMessageException {
    return list(in, name, node -> new NodeName(text(node)));
  }

  /** As {@code [[partition,from,to],…]}. */
  static void spans(JsonGenerator json, List<Span> spans) {
    list(
        json,
        "spans",
        spans,
        (it, span) -> {
          it.writeStartArray();
          it.writeNumber(span.partition());
          it.writeNumber(span.from());
          it.writeNumber(span.to());
          it.writeEndArray();
        });
  }

  static List<Span> spans(Fields in) throws BadMessageException {
    return list(
        in,
        "spans",
        node ->
            new Span(
                Fields.whole(node.path(0), "partition"),
                number(node.path(1)),
                number(node.path(2))));
  }

  /** An object's fields, without a type. */
  static void record(JsonGenerator json, JournalRecord record) {
    json.writeStartObject();
    json.writeStringProperty("id", record.place().id().toString());
    json.writeNumberProperty("at", record.place().at());
    json.writeStringProperty("key", record.key().toString());
    json.writeStringProperty("kind", record.entry().kind());
    json.writeStringProperty("body", record.entry().body());
    json.writeEndObject();
  }

  static JournalRecord record(JsonNode node) throws BadMessageException {
    Fields in = Fields.of(node);
    return new JournalRecord(
        new LogPlace(in.longNumber("at"), RecordId.parse(in.text("id"))),
        RecordName.key(in.text("key")),
        new JournalEntry(in.text("kind"), in.text("body")));
  }

  static Optional<JournalRecord> optionalRecord(Fields in) throws BadMessageException {
    JsonNode node = in.node().get("record");
    return node == null || node.isNull() ? Optional.empty() : Optional.of(record(node));
  }

  static Optional<LogPlace> optionalPlace(Fields in, String name) throws BadMessageException {
    return in.optionalText(name).map(LogPlace::parse);
  }
}
