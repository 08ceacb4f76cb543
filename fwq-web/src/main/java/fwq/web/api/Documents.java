package fwq.web.api;

import fwq.common.park.DayHours;
import fwq.kit.json.JsonText;
import fwq.web.api.Entity.Attraction;
import fwq.web.api.Entity.Destination;
import fwq.web.api.Entity.Park;
import fwq.web.event.Events;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The documents of {@code /v1} in the shape that ThemeParks.wiki's tools read. */
final class Documents {
  /** Days that a schedule without a month tells, from today. */
  static final int DAYS = 30;

  private Documents() {}

  static byte[] destinations(Catalogue all) {
    Destination destination = all.destination();
    return JsonText.object(
        json ->
            list(
                json,
                "destinations",
                List.of(destination),
                _ -> {
                  named(json, destination.id(), destination.name());
                  json.writeStringProperty("slug", destination.slug());
                  list(
                      json,
                      "parks",
                      all.parks(),
                      park -> {
                        named(json, park.id(), park.name());
                        json.writeStringProperty("slug", park.slug());
                      });
                }));
  }

  static byte[] entity(Entity entity) {
    return JsonText.object(json -> head(json, entity));
  }

  static byte[] children(Catalogue all, Entity entity) {
    return JsonText.object(
        json -> {
          named(json, entity.id(), entity.name());
          json.writeStringProperty("entityType", entity.type());
          json.writeStringProperty("timezone", zone(entity).getId());
          list(json, "children", all.below(entity), child -> head(json, child));
        });
  }

  static byte[] live(Catalogue all, Entity entity) {
    return JsonText.object(
        json -> {
          named(json, entity.id(), entity.name());
          json.writeStringProperty("entityType", entity.type());
          json.writeStringProperty("timezone", zone(entity).getId());
          json.writeArrayPropertyStart("liveData");
          live(json, entity);
          all.below(entity).forEach(it -> live(json, it));
          json.writeEndArray();
        });
  }

  private static void live(JsonGenerator json, Entity entity) {
    switch (entity) {
      case Destination _ -> {}
      case Park park -> {
        json.writeStartObject();
        head(json, park);
        json.writeStringProperty(
            "status", park.now().sign().open() ? Status.OPERATING : Status.CLOSED);
        json.writeNumberProperty("inside", park.now().inside());
        json.writeNumberProperty("capacity", park.now().capacity());
        hours(json, park);
        json.writeStringProperty(
            "lastUpdated", Times.at(park.now().changedAt(), park.now().zone()));
        json.writeEndObject();
      }
      case Attraction ride -> {
        Status status = Status.of(ride.now(), ride.park().now());
        json.writeStartObject();
        head(json, ride);
        json.writeStringProperty("status", status.code());
        queue(json, status);
        hours(json, ride.park());
        json.writeStringProperty(
            "lastUpdated", Times.at(status.changedAt(), ride.park().now().zone()));
        json.writeEndObject();
      }
    }
  }

  /** Where food carts are and what they have left; null while nobody knows. */
  static byte[] carts(Park park) {
    return JsonText.object(
        json -> {
          json.writeNumberProperty("park", park.now().park());
          json.writeStringProperty("at", Times.at(park.now().now(), park.now().zone()));
          if (park.now().carts().isPresent()) {
            Events.carts(json, park.now().carts().get());
          } else {
            json.writeNullProperty("carts");
            json.writeNullProperty("fugitives");
          }
        });
  }

  /** The wait is always there: null is not 0, and not absent. */
  static void queue(JsonGenerator json, Status status) {
    json.writeObjectPropertyStart("queue");
    json.writeObjectPropertyStart("STANDBY");
    if (status.waitMinutes().isPresent()) {
      json.writeNumberProperty("waitTime", status.waitMinutes().getAsInt());
    } else {
      json.writeNullProperty("waitTime");
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void hours(JsonGenerator json, Park park) {
    ZoneId zone = park.now().zone();
    LocalDate today = Times.day(park.now().now(), zone);
    list(
        json,
        "operatingHours",
        open(park, List.of(today)),
        day -> {
          DayHours hours = park.now().sign().hours().on(day);
          json.writeStringProperty("type", "Operating");
          json.writeStringProperty("startTime", Times.at(hours.opens(day, zone), zone));
          json.writeStringProperty("endTime", Times.at(hours.closes(day, zone), zone));
        });
  }

  /** From today on. */
  static byte[] schedule(Catalogue all, Entity entity, long now) {
    LocalDate today = Times.day(now, zone(entity));
    return schedule(all, entity, today.datesUntil(today.plusDays(DAYS)).toList());
  }

  /** Of one month. */
  static byte[] schedule(Catalogue all, Entity entity, YearMonth month) {
    LocalDate first = month.atDay(1);
    return schedule(all, entity, first.datesUntil(first.plusMonths(1)).toList());
  }

  private static byte[] schedule(Catalogue all, Entity entity, List<LocalDate> days) {
    return JsonText.object(
        json -> {
          named(json, entity.id(), entity.name());
          json.writeStringProperty("entityType", entity.type());
          json.writeStringProperty("timezone", zone(entity).getId());
          switch (entity) {
            case Destination _ ->
                list(
                    json,
                    "parks",
                    all.parks(),
                    park -> {
                      named(json, park.id(), park.name());
                      days(json, days, park);
                    });
            case Park park -> days(json, days, park);
            case Attraction ride -> days(json, days, ride.park());
          }
        });
  }

  /** Days on which it is closed are not in it. */
  private static void days(JsonGenerator json, List<LocalDate> days, Park park) {
    ZoneId zone = park.now().zone();
    list(
        json,
        "schedule",
        open(park, days),
        day -> {
          DayHours hours = park.now().sign().hours().on(day);
          json.writeStringProperty("date", day.toString());
          json.writeStringProperty("type", "OPERATING");
          json.writeStringProperty("openingTime", Times.at(hours.opens(day, zone), zone));
          json.writeStringProperty("closingTime", Times.at(hours.closes(day, zone), zone));
        });
  }

  private static List<LocalDate> open(Park park, List<LocalDate> days) {
    return days.stream().filter(day -> !park.now().sign().hours().on(day).isClosed()).toList();
  }

  /** What every document says of an entity. */
  static void head(JsonGenerator json, Entity entity) {
    named(json, entity.id(), entity.name());
    json.writeStringProperty("slug", entity.slug());
    json.writeStringProperty("entityType", entity.type());
    if (entity instanceof Attraction ride) {
      json.writeStringProperty("attractionType", "RIDE");
      json.writeStringProperty("externalId", Integer.toString(ride.ride()));
    }
    family(json, entity);
    json.writeStringProperty("timezone", zone(entity).getId());
  }

  /** To whom it belongs. */
  static void family(JsonGenerator json, Entity entity) {
    json.writeStringProperty("parentId", entity.parent().map(UUID::toString).orElse(null));
    json.writeStringProperty(
        "destinationId", entity.inPark().map(park -> park.destination().toString()).orElse(null));
    entity.inPark().ifPresent(park -> json.writeStringProperty("parkId", park.id().toString()));
  }

  static ZoneId zone(Entity entity) {
    return entity.inPark().map(park -> park.now().zone()).orElse(ZoneId.of("UTC"));
  }

  static void named(JsonGenerator json, UUID id, String name) {
    json.writeStringProperty("id", id.toString());
    json.writeStringProperty("name", name);
  }

  static <T> void list(JsonGenerator json, String name, List<T> all, Consumer<T> fields) {
    json.writeArrayPropertyStart(name);
    for (T each : all) {
      json.writeStartObject();
      fields.accept(each);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
