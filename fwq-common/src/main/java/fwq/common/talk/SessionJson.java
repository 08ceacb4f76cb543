package fwq.common.talk;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Sessions as registry, guests and engine tell them. */
public final class SessionJson {
  private SessionJson() {}

  /** Writes the fields of a session. */
  public static void write(JsonGenerator json, Session session) {
    json.writeStringProperty("alias", session.alias());
    json.writeNumberProperty("issuedAt", session.issuedAt());
    json.writeNumberProperty("expiresAt", session.expiresAt());
    writeShownAs(json, session.alias(), session.shownAs());
    writeRole(json, session.role());
  }

  /** Reads the fields of a session. */
  public static Session read(Fields in) throws BadMessageException {
    return new Session(
        in.text("alias"),
        in.longNumber("issuedAt"),
        in.longNumber("expiresAt"),
        readShownAs(in),
        readRole(in));
  }

  /** Whoever is shown by alias need not say so. */
  public static void writeShownAs(JsonGenerator json, String alias, String shownAs) {
    if (!shownAs.equals(alias)) {
      json.writeStringProperty("shownAs", shownAs);
    }
  }

  /** Whoever is a guest and nothing else need not say so. */
  public static void writeRole(JsonGenerator json, Role role) {
    if (role != Role.GUEST) {
      json.writeStringProperty("role", role.name());
    }
  }

  private static Role readRole(Fields in) throws BadMessageException {
    return in.optionalText("role").isPresent() ? in.constant("role", Role.class) : Role.GUEST;
  }

  /** What others see; the alias where nothing else was said. */
  public static String readShownAs(Fields in) throws BadMessageException {
    Optional<String> shownAs = in.optionalText("shownAs");
    return shownAs.isPresent() ? shownAs.get() : in.text("alias");
  }
}
