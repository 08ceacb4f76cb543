package fwq.common.talk.trips;

import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Service.Flight;
import fwq.common.talk.trips.Service.Stay;
import fwq.common.talk.trips.Service.Tour;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** What is sold, as JSON and back. */
public final class ServiceJson {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private ServiceJson() {}

  /** A service by itself, as sellers keep it. */
  public static byte[] write(Service service) {
    return JsonText.object(json -> writeService(json, service));
  }

  /** A service by itself, as sellers keep it. */
  public static Service readService(byte[] bytes) throws BadMessageException {
    Fields in = Fields.of(JsonText.parse(bytes));
    return JsonText.checked(() -> readService(in));
  }

  private static void writeService(JsonGenerator json, Service service) {
    switch (service) {
      case Flight it -> {
        json.writeStringProperty("kind", "flight");
        json.writeStringProperty("from", it.from());
        json.writeStringProperty("to", it.to());
        json.writeStringProperty("day", it.day().toString());
        json.writeStringProperty("hour", HOUR.format(it.hour()));
        json.writeStringProperty("arrivalDay", it.arrivalDay().toString());
        json.writeStringProperty("arrivalHour", HOUR.format(it.arrivalHour()));
      }
      case Stay it -> {
        json.writeStringProperty("kind", "stay");
        json.writeStringProperty("hotel", it.hotel());
        json.writeStringProperty("address", it.address());
        json.writeStringProperty("city", it.city());
        json.writeStringProperty("dayIn", it.dayIn().toString());
        json.writeStringProperty("dayOut", it.dayOut().toString());
        json.writeNumberProperty("room", it.room());
        json.writeNumberProperty("rooms", it.rooms());
        json.writeNumberProperty("beds", it.beds());
        json.writeBooleanProperty("breakfast", it.breakfast());
      }
      case Tour it -> {
        json.writeStringProperty("kind", "tour");
        json.writeStringProperty("tour", it.tour());
        json.writeStringProperty("place", it.place());
        json.writeStringProperty("address", it.address());
        json.writeStringProperty("city", it.city());
        json.writeStringProperty("day", it.day().toString());
        json.writeStringProperty("hour", HOUR.format(it.hour()));
      }
    }
  }

  private static Service readService(Fields in) throws BadMessageException {
    String kind = in.text("kind");
    return switch (kind) {
      case "flight" ->
          new Flight(
              in.text("from"),
              in.text("to"),
              day(in, "day"),
              hour(in, "hour"),
              day(in, "arrivalDay"),
              hour(in, "arrivalHour"));
      case "stay" ->
          new Stay(
              in.text("hotel"),
              in.text("address"),
              in.text("city"),
              day(in, "dayIn"),
              day(in, "dayOut"),
              in.number("room"),
              in.number("rooms"),
              in.number("beds"),
              in.optionalFlag("breakfast"));
      case "tour" ->
          new Tour(
              in.text("tour"),
              in.text("place"),
              in.text("address"),
              in.text("city"),
              day(in, "day"),
              hour(in, "hour"));
      default -> throw new BadMessageException("a kind is flight, stay or tour");
    };
  }

  static void writeChoices(JsonGenerator json, String name, List<Choice> choices) {
    TripJson.writeList(
        json,
        name,
        choices,
        (out, it) -> {
          writeService(out, it.service());
          TripJson.writeList(
              out,
              "offers",
              it.offers(),
              (offer, priced) -> {
                offer.writeNumberProperty("offer", priced.offer());
                offer.writeNumberProperty("price", priced.price());
              });
          out.writeNumberProperty("price", it.price());
          out.writeNumberProperty("left", it.left());
          out.writeStringProperty("goodUntil", it.goodUntil().toString());
        });
  }

  static List<Choice> readChoices(Fields in, String name) throws BadMessageException {
    return TripJson.list(in, name, ServiceJson::readChoice);
  }

  private static Choice readChoice(Fields in) throws BadMessageException {
    Choice choice =
        new Choice(
            readService(in),
            TripJson.list(
                in, "offers", it -> new Priced(it.longNumber("offer"), it.number("price"))),
            in.number("left"),
            time(in.text("goodUntil"), Instant::parse, "goodUntil", "2027-05-01T08:00:00Z"));
    if (in.longNumber("price") != choice.price()) {
      throw new BadMessageException("field 'price' must be the sum of the offers' prices");
    }
    return choice;
  }

  static void writeMatches(JsonGenerator json, Matches matches) {
    writeChoices(json, "choices", matches.choices());
    matches.before().ifPresent(day -> json.writeStringProperty("before", day.toString()));
    matches.after().ifPresent(day -> json.writeStringProperty("after", day.toString()));
  }

  static Matches readMatches(Fields in) throws BadMessageException {
    return new Matches(
        readChoices(in, "choices"), optionalDay(in, "before"), optionalDay(in, "after"));
  }

  static LocalDate day(Fields in, String name) throws BadMessageException {
    return time(in.text(name), LocalDate::parse, name, "2027-05-01");
  }

  static Optional<LocalDate> optionalDay(Fields in, String name) throws BadMessageException {
    return in.optionalText(name).isPresent() ? Optional.of(day(in, name)) : Optional.empty();
  }

  private static LocalTime hour(Fields in, String name) throws BadMessageException {
    return time(in.text(name), text -> LocalTime.parse(text, HOUR), name, "08:30");
  }

  private static <T> T time(String text, Function<String, T> reader, String name, String example)
      throws BadMessageException {
    try {
      return reader.apply(text);
    } catch (DateTimeException e) {
      throw new BadMessageException("field '" + name + "' must be as " + example, e);
    }
  }
}
