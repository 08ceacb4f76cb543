package fwq.web.guest;

import fwq.common.park.DayHours;
import fwq.common.park.ParkZone;
import fwq.common.park.RideState;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.OperatorWordJson;
import fwq.web.http.Body;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Pure: an operator's word as the page sends it. Each fault names its field. */
final class OperatorBody {
  private OperatorBody() {}

  static int park(Call call) throws ProblemException {
    try {
      return Integer.parseInt(call.parameter("park").orElse("0"));
    } catch (NumberFormatException e) {
      throw Body.wrong("park", "a park's number");
    }
  }

  /** What turns guests away is asked for twice. */
  static boolean needsPassword(OperatorWord word) {
    return word instanceof OperatorWord.Clear
        || (word instanceof OperatorWord.Gate gate && !gate.open());
  }

  static OperatorWord word(Body body) throws ProblemException {
    Optional<String> reason = body.optionalText("reason").map(String::strip);
    Optional<String> told = reason.filter(text -> !text.isEmpty());
    String word = body.text("word");
    return switch (word) {
      case "open" -> checked("reason", () -> new OperatorWord.Gate(true, told));
      case "close" -> checked("reason", () -> new OperatorWord.Gate(false, told));
      case "clear" -> new OperatorWord.Clear();
      case "capacity" -> {
        OptionalInt guests = body.optionalNumber("guests");
        yield checked("guests", () -> new OperatorWord.Capacity(guests));
      }
      case "ride" -> {
        int ride = body.number("ride");
        String state = body.text("state");
        yield checked(
            "reason",
            () -> new OperatorWord.Running(ride, RideState.valueOf(state), Cause.OPERATOR, told));
      }
      case "week" -> {
        String day = body.text("day");
        String hours = body.text("hours");
        SortedSet<DayOfWeek> days = new TreeSet<>();
        yield checked(
            "hours",
            () -> {
              days.add(DayOfWeek.of(Integer.parseInt(day)));
              return new OperatorWord.WeekHours(days, DayHours.parse(hours));
            });
      }
      case "date" -> {
        String date = body.text("date");
        Optional<String> hours = body.optionalText("hours");
        yield checked(
            "hours",
            () ->
                new OperatorWord.DateHours(
                    OperatorWordJson.date(date), hours.map(DayHours::parse)));
      }
      case "name" -> {
        Optional<String> name =
            body.optionalText("name").map(String::strip).filter(it -> !it.isEmpty());
        yield checked("name", () -> new OperatorWord.Name(name));
      }
      case "zone" -> {
        String zone = body.text("zone");
        yield checked("zone", () -> new OperatorWord.Zone(ParkZone.parse(zone)));
      }
      case "present" -> new OperatorWord.Present();
      default -> throw Body.wrong("word", "open, close, clear, capacity, ride or hours");
    };
  }

  private interface Word {
    OperatorWord get();
  }

  private static OperatorWord checked(String field, Word word) throws ProblemException {
    try {
      return word.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ProblemException(Problem.invalid(field, String.valueOf(e.getMessage())));
    }
  }
}
