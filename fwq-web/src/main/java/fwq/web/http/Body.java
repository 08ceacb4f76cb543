package fwq.web.http;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** The fields of a request; each fault names its field. */
public record Body(JsonNode node) {
  /** Those of a request whose body is a JSON object. */
  public static Body of(Call call) throws ProblemException {
    return new Body(Json.body(call));
  }

  /** A text that has to be there. */
  public String text(String name) throws ProblemException {
    return optionalText(name).orElseThrow(() -> wrong(name, "a text"));
  }

  /** A text; nothing where it is absent or null. */
  public Optional<String> optionalText(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw wrong(name, "a text");
    }
    return Optional.of(value.stringValue());
  }

  /** A whole number that has to be there. */
  public int number(String name) throws ProblemException {
    OptionalInt number = optionalNumber(name);
    if (number.isEmpty()) {
      throw wrong(name, "a whole number");
    }
    return number.getAsInt();
  }

  /** A whole number; nothing where it is absent or null. */
  public OptionalInt optionalNumber(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "a whole number");
    }
    return OptionalInt.of(value.intValue());
  }

  /** A whole number of any size that has to be there. */
  public long longNumber(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    return value.longValue();
  }

  /** True or false, one of them. */
  public boolean flag(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  /**
   * A field that breaks its rule.
   *
   * @param expected in words, such as {@code a text}
   */
  public static ProblemException wrong(String field, String expected) {
    return new ProblemException(
        Problem.invalid(field, "field '" + field + "' must be " + expected));
  }
}
