package fwq.web.http;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.JsonText;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** JSON for browsers, written and read. */
public final class Json {
  private Json() {}

  /** The object of a request's body; what is missing in it is null. */
  public static JsonNode body(Call call) throws ProblemException {
    try {
      JsonNode node = JsonText.parse(call.body().getBytes(StandardCharsets.UTF_8));
      if (node.isObject()) {
        return node;
      }
    } catch (BadMessageException e) {
      // Told below.
    }
    throw new ProblemException(
        Problem.of(400, "BAD_REQUEST", "a JSON object was expected, such as {\"park\":0}"));
  }

  /** What tells somebody of a problem. */
  static byte[] problem(Problem problem) {
    return JsonText.object(
        json -> {
          json.writeObjectPropertyStart("error");
          json.writeStringProperty("code", problem.code());
          json.writeStringProperty("type", problem.code());
          problem.field().ifPresent(field -> json.writeStringProperty("field", field));
          json.writeStringProperty("message", problem.message());
          problem
              .retryAfterSeconds()
              .ifPresent(seconds -> json.writeNumberProperty("retryAfter", seconds));
          json.writeEndObject();
        });
  }
}
