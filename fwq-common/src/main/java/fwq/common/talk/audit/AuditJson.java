package fwq.common.talk.audit;

import fwq.common.talk.audit.AuditEntry.Action;
import fwq.common.talk.audit.AuditEntry.Agency;
import fwq.common.talk.audit.AuditEntry.Engine;
import fwq.common.talk.audit.AuditEntry.Guild;
import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.common.talk.audit.AuditEntry.Registry;
import fwq.common.talk.audit.AuditEntry.Source;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of an audit file, as UTF-8 JSON without a line's end, and back. */
public final class AuditJson {
  /** Always with milliseconds, so that lines can be compared as text. */
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AuditJson() {}

  /** Such as {@code {"at":"2026-11-21T04:31:52.123Z","program":"registry",…}}. */
  public static byte[] write(AuditEntry entry) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("at", time(entry.at()));
          switch (entry.source()) {
            case Registry it -> {
              json.writeStringProperty("program", "registry");
              json.writeStringProperty("address", it.address());
            }
            case Guild it -> {
              json.writeStringProperty("program", "guild");
              json.writeStringProperty("address", it.address());
            }
            case Engine it -> {
              json.writeStringProperty("program", "engine");
              json.writeNumberProperty("park", it.park());
              json.writeNumberProperty("epoch", it.epoch());
            }
            case Agency it -> {
              json.writeStringProperty("program", "agency");
              json.writeStringProperty("address", it.address());
            }
          }
          json.writeStringProperty("alias", entry.alias());
          json.writeStringProperty("action", lower(entry.action()));
          json.writeStringProperty("outcome", lower(entry.outcome()));
          entry.reason().ifPresent(reason -> json.writeStringProperty("reason", reason));
          if (entry.times() > 1) {
            json.writeNumberProperty("times", entry.times());
          }
        });
  }

  /** A time as it is in a line, such as {@code 2026-11-21T04:31:52.123Z}. */
  public static String time(Instant at) {
    return AT.format(at);
  }

  /** A line without its end. */
  public static AuditEntry read(byte[] line) throws BadMessageException {
    Fields in = Fields.of(JsonText.parse(line));
    try {
      return new AuditEntry(
          Instant.parse(in.text("at")),
          source(in),
          in.text("alias"),
          Action.valueOf(upper(in.text("action"))),
          Outcome.valueOf(upper(in.text("outcome"))),
          in.optionalText("reason"),
          in.optionalNumber("times").orElse(1));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadMessageException("this is not a line of an audit file", e);
    }
  }

  private static Source source(Fields in) throws BadMessageException {
    String program = in.text("program");
    return switch (program) {
      case "registry" -> new Registry(in.text("address"));
      case "guild" -> new Guild(in.text("address"));
      case "engine" -> new Engine(in.number("park"), in.longNumber("epoch"));
      case "agency" -> new Agency(in.text("address"));
      default ->
          throw new BadMessageException(
              "unknown program '"
                  + Fields.shortened(program)
                  + "'; expected registry, engine, agency or guild");
    };
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
