package fwq.web.guest;

import fwq.web.http.Call;
import fwq.web.http.Json;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** The fields of a request; each fault names its field. */
record Body(JsonNode node) {
  static Body of(Call call) throws ProblemException {
    return new Body(Json.body(call));
  }

  String text(String name) throws ProblemException {
    return optionalText(name).orElseThrow(() -> wrong(name, "a text"));
  }

  Optional<String> optionalText(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw wrong(name, "a text");
    }
    return Optional.of(value.stringValue());
  }

  int number(String name) throws ProblemException {
    OptionalInt number = optionalNumber(name);
    if (number.isEmpty()) {
      throw wrong(name, "a whole number");
    }
    return number.getAsInt();
  }

  OptionalInt optionalNumber(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, "a whole number");
    }
    return OptionalInt.of(value.intValue());
  }

  boolean flag(String name) throws ProblemException {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  static ProblemException wrong(String field, String expected) {
    return new ProblemException(
        Problem.invalid(field, "field '" + field + "' must be " + expected));
  }
}
