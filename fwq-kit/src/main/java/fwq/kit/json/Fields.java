package fwq.kit.json;

import fwq.kit.text.Escape;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Typed reading of a JSON object's fields: nothing is coerced, and each error names its field. */
public record Fields(JsonNode node) {
  public static Fields of(JsonNode node) throws BadMessageException {
    if (node == null || !node.isObject()) {
      throw new BadMessageException("a JSON object was expected, such as {\"type\":\"waits\"}");
    }
    return new Fields(node);
  }

  public String text(String name) throws BadMessageException {
    return optionalText(name).orElseThrow(() -> missing(name, "a text"));
  }

  public Optional<String> optionalText(String name) throws BadMessageException {
    JsonNode value = present(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw missing(name, "a text");
    }
    return Optional.of(whole(value.stringValue(), name));
  }

  /** A text that is not to be shown. */
  public Secret secret(String name) throws BadMessageException {
    return new Secret(text(name));
  }

  public int number(String name) throws BadMessageException {
    return optionalNumber(name).orElseThrow(() -> missing(name, "a whole number"));
  }

  public OptionalInt optionalNumber(String name) throws BadMessageException {
    JsonNode value = present(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(whole(value, name));
  }

  public long longNumber(String name) throws BadMessageException {
    return optionalLong(name).orElseThrow(() -> missing(name, "a whole number"));
  }

  public OptionalLong optionalLong(String name) throws BadMessageException {
    JsonNode value = present(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw missing(name, "a whole number");
    }
    return OptionalLong.of(value.longValue());
  }

  public <E extends Enum<E>> E constant(String name, Class<E> type) throws BadMessageException {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new BadMessageException("unknown " + name + " '" + shortened(text) + "'");
  }

  /** A flag, which is down when absent. */
  public boolean optionalFlag(String name) throws BadMessageException {
    JsonNode value = present(name);
    if (value != null && !value.isBoolean()) {
      throw missing(name, "true or false");
    }
    return value != null && value.booleanValue();
  }

  public JsonNode array(String name) throws BadMessageException {
    return optionalArray(name).orElseThrow(() -> missing(name, "a list"));
  }

  public Optional<JsonNode> optionalArray(String name) throws BadMessageException {
    JsonNode value = present(name);
    if (value != null && !value.isArray()) {
      throw missing(name, "a list");
    }
    return Optional.ofNullable(value);
  }

  public static int whole(JsonNode value, String name) throws BadMessageException {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw missing(name, "a whole number");
    }
    return value.intValue();
  }

  private static String whole(String text, String name) throws BadMessageException {
    if (!isWhole(text)) {
      throw missing(name, "a text of whole characters");
    }
    return text;
  }

  /**
   * Whether a text has no half of a character, which could be read here but never written again as
   * UTF-8.
   */
  public static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff);
      }
    }
    return true;
  }

  /** The beginning of a text from outside, safe to show. */
  public static String shortened(String text) {
    return Escape.of(text, 40);
  }

  private JsonNode present(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static BadMessageException missing(String name, String expected) {
    return new BadMessageException("field '" + name + "' must be " + expected);
  }
}
