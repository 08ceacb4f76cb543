package fwq.web.api;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import fwq.web.history.Minute;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** What another web process's API says of a park's past, read back. Pure. */
public final class PeerDocuments {
  private static final int DAY_MINUTES_MAX = 25 * 60;

  private PeerDocuments() {}

  /**
   * A ride, as the other process names it.
   *
   * @param id in its addresses
   * @param ride its number in its park
   */
  public record PeerRide(String id, int ride) {}

  /** A park's rides, out of its {@code children}. */
  public static List<PeerRide> rides(byte[] children) throws BadMessageException {
    List<PeerRide> rides = new ArrayList<>();
    for (JsonNode child : list(JsonText.parse(children), "children")) {
      Fields in = Fields.of(child);
      if (in.optionalText("attractionType").isPresent()) {
        rides.add(new PeerRide(in.text("id"), number(in.text("externalId"))));
      }
    }
    return List.copyOf(rides);
  }

  /**
   * A ride's minutes, out of its {@code history} of one day: a state holds until the next row, and
   * what nobody saw is absent.
   *
   * @param end the first minute that is not asked for, or not over yet
   */
  public static List<Minute> minutes(byte[] history, long end) throws BadMessageException {
    JsonNode document = JsonText.parse(history);
    List<Minute> minutes = new ArrayList<>();
    Fields opening = Fields.of(document.get("opening"));
    long begin = minute(opening);
    if (end - begin > DAY_MINUTES_MAX) {
      throw new BadMessageException("this is the history of more than a day");
    }
    Optional<Minute> state = state(opening, begin);
    for (JsonNode row : list(document, "history")) {
      Fields in = Fields.of(row);
      long next = minute(in);
      hold(minutes, state, begin, Math.min(next, end));
      begin = Math.max(begin, next);
      state = state(in, begin);
    }
    hold(minutes, state, begin, end);
    return List.copyOf(minutes);
  }

  private static void hold(List<Minute> minutes, Optional<Minute> state, long from, long to) {
    for (long minute = from; state.isPresent() && minute < to; minute++) {
      minutes.add(new Minute(minute, state.get().status(), state.get().waitMinutes()));
    }
  }

  private static Optional<Minute> state(Fields in, long minute) throws BadMessageException {
    Optional<String> status = in.optionalText("status");
    if (status.isEmpty()) {
      return Optional.empty();
    }
    JsonNode wait = in.node().path("queue").path("STANDBY").path("waitTime");
    return Optional.of(
        new Minute(
            minute,
            status.get(),
            wait.isIntegralNumber() ? OptionalInt.of(wait.intValue()) : OptionalInt.empty()));
  }

  private static long minute(Fields in) throws BadMessageException {
    try {
      return Instant.parse(in.text("time")).getEpochSecond() / 60;
    } catch (DateTimeParseException e) {
      throw new BadMessageException("field 'time' must be as 2026-11-28T10:00:00Z", e);
    }
  }

  private static int number(String text) throws BadMessageException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadMessageException("field 'externalId' must be a ride's number, such as 3", e);
    }
  }

  private static Iterable<JsonNode> list(JsonNode document, String name)
      throws BadMessageException {
    JsonNode list = document.get(name);
    if (list == null || !list.isArray()) {
      throw new BadMessageException("field '" + name + "' must be a list");
    }
    return list;
  }
}
