package fwq.web.trip;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Service;
import fwq.common.talk.trips.ServiceJson;
import fwq.common.talk.trips.Towns;
import fwq.common.talk.trips.WrongFields;
import fwq.guest.trips.Chosen;
import fwq.guest.trips.Page;
import fwq.guest.trips.TripPlan;
import fwq.kit.json.JsonText;
import fwq.web.http.Reply;
import fwq.web.http.Reply.Document;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** A plan as its page reads it: codes and numbers, no sentences. */
final class PlanDocument {
  private PlanDocument() {}

  static Document of(TripPlan plan) {
    return Reply.json(200, JsonText.object(json -> write(json, plan)));
  }

  /** What tells a choice from all others of its list: the offers that it is made of. */
  static String name(Choice choice) {
    return choice.offers().stream()
        .map(it -> Long.toString(it.offer()))
        .collect(Collectors.joining("-"));
  }

  private static void write(JsonGenerator json, TripPlan plan) {
    json.writeStringProperty("page", plan.page().name());
    json.writeStringProperty("trip", plan.trip().toString());
    json.writeStringProperty("currency", plan.currency());
    json.writeNumberProperty("total", plan.total());
    json.writeObjectPropertyStart("typed");
    plan.typed().forEach((field, text) -> json.writeStringProperty(field.name(), text));
    json.writeEndObject();
    json.writeObjectPropertyStart("wrong");
    plan.wrong()
        .forEach((field, fault) -> json.writeStringProperty(field.name(), fault.why().name()));
    json.writeEndObject();
    json.writeArrayPropertyStart("open");
    for (Page page : Page.values()) {
      if (plan.turn(page).isPresent()) {
        json.writeString(page.name());
      }
    }
    json.writeEndArray();
    lists(json, plan);
    json.writeArrayPropertyStart("chosen");
    plan.chosen().forEach(one -> chosen(json, one));
    json.writeEndArray();
    if (plan.page() != Page.BOOKED) {
      plan.notice().ifPresent(reply -> notice(json, reply));
    }
    towns(json);
  }

  private static void lists(JsonGenerator json, TripPlan plan) {
    if (plan.page().isList()) {
      Optional.ofNullable(plan.found().get(plan.page().leg().orElseThrow()))
          .map(Found::tookMillis)
          .ifPresent(took -> took.ifPresent(it -> json.writeNumberProperty("tookMillis", it)));
    }
    json.writeArrayPropertyStart("lists");
    for (int list = 0; list < plan.lists().size(); list++) {
      Matches matches = plan.lists().get(list);
      Optional<Chosen> chosen = plan.choice(plan.page().leg().orElseThrow(), list);
      json.writeStartObject();
      json.writeArrayPropertyStart("choices");
      for (Choice choice : matches.choices()) {
        json.writeStartObject();
        json.writeStringProperty("name", name(choice));
        service(json, choice.service());
        json.writeNumberProperty("price", choice.price());
        json.writeNumberProperty("left", choice.left());
        json.writeBooleanProperty(
            "chosen", chosen.filter(it -> name(it.choice()).equals(name(choice))).isPresent());
        json.writeEndObject();
      }
      json.writeEndArray();
      matches.before().ifPresent(day -> json.writeStringProperty("before", day.toString()));
      matches.after().ifPresent(day -> json.writeStringProperty("after", day.toString()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void chosen(JsonGenerator json, Chosen one) {
    json.writeStartObject();
    json.writeStringProperty("leg", one.leg().name());
    json.writeNumberProperty("list", one.list());
    json.writeNumberProperty("quantity", one.quantity());
    json.writeNumberProperty("total", one.total());
    service(json, one.choice().service());
    json.writeEndObject();
  }

  /** What is sold, as agencies say it. */
  static void service(JsonGenerator json, Service service) {
    json.writeName("service");
    json.writeRawValue(new String(ServiceJson.write(service), StandardCharsets.UTF_8));
  }

  /** What an agency said that the guest should read. */
  private static void notice(JsonGenerator json, AgencyReply reply) {
    json.writeObjectPropertyStart("notice");
    switch (reply) {
      case AgencyReply.Away it -> {
        json.writeStringProperty("code", "AWAY");
        json.writeStringProperty("leg", it.leg().name());
      }
      case AgencyReply.Refused it -> refused(json, it);
      case NotDone it -> json.writeStringProperty("code", it.error().code());
      case AgencyReply.GoesOn _ -> json.writeStringProperty("code", "GOES_ON");
      case AgencyReply.Cancelled _,
          AgencyReply.NoTrip _,
          Found _,
          WrongFields _,
          AgencyReply.Booked _,
          AgencyReply.TripOf _,
          AgencyReply.Trips _ ->
          json.writeStringProperty("code", "OTHER");
    }
    json.writeEndObject();
  }

  private static void refused(JsonGenerator json, AgencyReply.Refused refused) {
    json.writeStringProperty("code", "REFUSED");
    refused.leg().ifPresent(leg -> json.writeStringProperty("leg", leg.name()));
    json.writeStringProperty("why", refused.why().code());
    if (refused.why() instanceof Refusal.SoldOut it) {
      json.writeNumberProperty("left", it.left());
    }
  }

  /** The names of all towns, for their codes. */
  static void towns(JsonGenerator json) {
    json.writeArrayPropertyStart("towns");
    Towns.ALL.forEach(
        town -> {
          json.writeStartObject();
          json.writeStringProperty("code", town.code());
          json.writeStringProperty("name", town.name());
          json.writeStringProperty("country", town.country());
          json.writeEndObject();
        });
    json.writeEndArray();
  }
}
