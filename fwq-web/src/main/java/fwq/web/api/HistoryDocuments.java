package fwq.web.api;

import fwq.kit.json.JsonText;
import fwq.web.api.Changes.State;
import fwq.web.history.Day;
import fwq.web.history.History;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The documents of {@code /v1/entity/…/history}. */
final class HistoryDocuments {
  private HistoryDocuments() {}

  /** A ride and what is known of it. */
  record Seen<T>(Entity entity, Optional<LocalDate> first, T what) {}

  static byte[] raw(Entity entity, Range range, List<Seen<Changes>> seen) {
    return envelope(entity, range, seen, HistoryDocuments::changes);
  }

  static byte[] daily(Entity entity, Range range, List<Seen<List<Day>>> seen) {
    return envelope(entity, range, seen, HistoryDocuments::days);
  }

  /** How a ride's history is written. */
  private interface Writer<T> {
    void write(JsonGenerator json, Range range, T what);
  }

  /** A park has a list of entities; anything else is one. */
  private static <T> byte[] envelope(
      Entity entity, Range range, List<Seen<T>> seen, Writer<T> writer) {
    return JsonText.object(
        json -> {
          identity(json, entity);
          json.writeObjectPropertyStart("range");
          json.writeStringProperty("from", range.fromText());
          json.writeStringProperty("to", range.toText());
          json.writeEndObject();
          if (entity instanceof Entity.Park) {
            Documents.list(
                json,
                "entities",
                seen,
                it -> {
                  Documents.named(json, it.entity().id(), it.entity().name());
                  json.writeStringProperty("entityType", it.entity().type());
                  body(json, range, it, writer);
                });
          } else {
            seen.forEach(it -> body(json, range, it, writer));
          }
          json.writeNullProperty("next");
        });
  }

  private static <T> void body(JsonGenerator json, Range range, Seen<T> seen, Writer<T> writer) {
    json.writeObjectPropertyStart("coverage");
    json.writeStringProperty("firstRecordedAt", seen.first().map(LocalDate::toString).orElse(null));
    json.writeEndObject();
    writer.write(json, range, seen.what());
  }

  private static void changes(JsonGenerator json, Range range, Changes changes) {
    json.writeObjectPropertyStart("opening");
    json.writeStringProperty("time", time(range.from()));
    state(json, changes.opening());
    json.writeEndObject();
    Documents.list(
        json,
        "history",
        changes.rows(),
        row -> {
          json.writeStringProperty("time", time(row.minute()));
          json.writeArrayPropertyStart("changed");
          row.changed().forEach(json::writeString);
          json.writeEndArray();
          state(json, row.state());
        });
  }

  private static void state(JsonGenerator json, State state) {
    json.writeStringProperty("status", state.status().orElse(null));
    Documents.queue(json, new Status("", state.waitMinutes(), 0));
  }

  private static void days(JsonGenerator json, Range range, List<Day> days) {
    Documents.list(json, "days", days, day(json));
  }

  private static Consumer<Day> day(JsonGenerator json) {
    return day -> {
      json.writeStringProperty("date", day.date().toString());
      moment(json, "firstOperatingAt", day.firstOperating());
      moment(json, "lastClosedAt", day.lastClosed());
      json.writeNumberProperty("operatingMinutes", day.operatingMinutes());
      json.writeNumberProperty("downMinutes", day.downMinutes());
      day.waits()
          .ifPresent(
              waits -> {
                json.writeObjectPropertyStart("standby");
                json.writeNumberProperty("min", waits.min());
                json.writeNumberProperty("p50", waits.p50());
                json.writeNumberProperty("mean", waits.mean());
                json.writeNumberProperty("p90", waits.p90());
                json.writeNumberProperty("max", waits.max());
                json.writeEndObject();
              });
      json.writeNumberProperty("changes", day.changes());
    };
  }

  /** What there is of an entity, and in which minutes it was seen. */
  static byte[] coverage(
      Entity entity, Optional<LocalDate> first, Optional<LocalDate> last, List<History.Span> seen) {
    return JsonText.object(
        json -> {
          identity(json, entity);
          json.writeStringProperty("firstRecordedAt", first.map(LocalDate::toString).orElse(null));
          json.writeStringProperty("lastRecordedAt", last.map(LocalDate::toString).orElse(null));
          json.writeStringProperty(
              "retrievableThrough", last.map(LocalDate::toString).orElse(null));
          json.writeObjectPropertyStart("kinds");
          if (first.isPresent() && last.isPresent()) {
            for (String kind : List.of("status", "queue.STANDBY.waitTime")) {
              json.writeObjectPropertyStart(kind);
              json.writeStringProperty("first", first.get().toString());
              json.writeStringProperty("last", last.get().toString());
              json.writeEndObject();
            }
          }
          json.writeEndObject();
          Documents.list(
              json,
              "seen",
              seen,
              span -> {
                json.writeStringProperty("from", time(span.first()));
                json.writeStringProperty("to", time(span.last() + 1));
              });
        });
  }

  private static void identity(JsonGenerator json, Entity entity) {
    Documents.named(json, entity.id(), entity.name());
    json.writeStringProperty("entityType", entity.type());
    Documents.family(json, entity);
    json.writeStringProperty("timezone", Documents.zone(entity).getId());
  }

  private static void moment(JsonGenerator json, String name, OptionalLong minute) {
    json.writeStringProperty(name, minute.isPresent() ? time(minute.getAsLong()) : null);
  }

  private static String time(long minute) {
    return Instant.ofEpochSecond(60 * minute).toString();
  }
}
