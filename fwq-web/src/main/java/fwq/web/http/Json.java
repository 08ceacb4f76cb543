package fwq.web.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for browsers, written and read. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxNumberLength(32)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** An object with these fields. */
  public static byte[] object(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      fields.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The object of a request's body; what is missing in it is null. */
  public static JsonNode body(Call call) throws ProblemException {
    try {
      JsonNode node = MAPPER.readTree(call.body());
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // Told below.
    }
    throw new ProblemException(
        Problem.of(400, "BAD_REQUEST", "a JSON object was expected, such as {\"park\":0}"));
  }

  /** What tells somebody of a problem. */
  static byte[] problem(Problem problem) {
    return object(
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
