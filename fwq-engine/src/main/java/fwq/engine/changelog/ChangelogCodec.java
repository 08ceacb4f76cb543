package fwq.engine.changelog;

import fwq.common.park.Position;
import fwq.common.talk.SessionJson;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.Optional;

/** Records of the topic {@code Park}. */
public final class ChangelogCodec {
  private ChangelogCodec() {}

  /** What the engine notes of a park. */
  public static byte[] write(Ownership ownership) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "reign");
          json.writeNumberProperty("epoch", ownership.epoch());
          json.writeNumberProperty("offset", ownership.offset());
          json.writeNumberProperty("time", ownership.time());
          if (!ownership.log().isEmpty()) {
            json.writeStringProperty("log", ownership.log());
          }
          if (ownership.formerPace() != 0) {
            json.writeNumberProperty("formerPace", ownership.formerPace());
          }
        });
  }

  /** What the engine notes of a park. */
  public static Ownership readReign(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "reign" ->
                  new Ownership(
                      in.longNumber("epoch"),
                      in.longNumber("offset"),
                      in.longNumber("time"),
                      in.optionalText("log").orElse(""),
                      in.optionalLong("formerPace").orElse(0));
              default -> throw JsonText.unknownType(type, "reign");
            });
  }

  /** What the engine notes of a guest. */
  public static byte[] write(GuestEntry entry) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "guest");
          SessionJson.write(json, entry.session());
          json.writeNumberProperty("at", entry.at());
          json.writeNumberProperty("heardAt", entry.heardAt());
          entry
              .position()
              .ifPresent(position -> json.writeNumberProperty("position", position.cell()));
          if (entry.ended()) {
            json.writeBooleanProperty("ended", true);
          }
          if (entry.pace() != GuestEntry.usualPace(entry.heardAt(), entry.position().isPresent())) {
            json.writeNumberProperty("pace", entry.pace());
          }
        });
  }

  /** What the engine notes of a guest. */
  public static GuestEntry readGuest(byte[] bytes) throws BadMessageException {
    return JsonText.read(
        bytes,
        (type, in) ->
            switch (type) {
              case "guest" -> guest(in);
              default -> throw JsonText.unknownType(type, "guest");
            });
  }

  private static GuestEntry guest(Fields in) throws BadMessageException {
    long heardAt = in.longNumber("heardAt");
    Optional<Position> position =
        in.optionalNumber("position").stream().mapToObj(Position::ofCell).findFirst();
    return new GuestEntry(
        SessionJson.read(in),
        in.longNumber("at"),
        heardAt,
        position,
        in.optionalFlag("ended"),
        in.optionalLong("pace").orElse(GuestEntry.usualPace(heardAt, position.isPresent())));
  }
}
