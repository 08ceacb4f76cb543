package fwq.kit.json;

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

/**
 * JSON as UTF-8, for the codecs of all conversations. Reading is strict about what is used (types,
 * ranges, duplicate fields) and ignores unknown fields, so that versions can differ.
 */
public final class JsonText {
  private static final int STRING_CHARS_MAX = 64 * 1024;
  private static final int DOCUMENT_CHARS_MAX = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxNumberLength(32)
                          .maxStringLength(STRING_CHARS_MAX)
                          .maxDocumentLength(DOCUMENT_CHARS_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  /** Reads a message of a known type. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads it.
     *
     * @throws BadMessageException when a field is missing or wrong, or the type is unknown
     * @throws IllegalArgumentException when the message's record refuses a value
     */
    T read(String type, Fields in) throws BadMessageException;
  }

  /** Reads a value that its record may refuse. */
  @FunctionalInterface
  public interface Checked<T> {
    /** Reads it. */
    T read() throws BadMessageException;
  }

  /** An object whose fields are written by the argument. */
  public static byte[] object(Consumer<JsonGenerator> fields) {
    return document(
        json -> {
          json.writeStartObject();
          fields.accept(json);
          json.writeEndObject();
        });
  }

  /** Any document. */
  public static byte[] document(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      content.accept(json);
    }
    return bytes.toByteArray();
  }

  /** Parses a document. */
  public static JsonNode parse(byte[] bytes) throws BadMessageException {
    if (bytes == null || bytes.length == 0) {
      throw new BadMessageException("an empty message");
    }
    for (int i = 0; i < Math.min(bytes.length, 4); i++) {
      // The parser would guess UTF-16 or UTF-32, which show in these bytes; the wire is UTF-8.
      if (bytes[i] == 0) {
        throw new BadMessageException("this is not JSON in UTF-8");
      }
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      // The parser's own text may quote what it read, a password among it.
      throw new BadMessageException("this is not JSON", e);
    }
  }

  /** Reads an object that has a {@code type}. */
  public static <T> T read(byte[] bytes, Reader<T> reader) throws BadMessageException {
    Fields in = Fields.of(parse(bytes));
    String type = in.text("type");
    return checked(() -> reader.read(type, in));
  }

  /** Turns a record's refusal of a value into a bad message. */
  public static <T> T checked(Checked<T> body) throws BadMessageException {
    try {
      return body.read();
    } catch (IllegalArgumentException e) {
      throw new BadMessageException(e.getMessage(), e);
    }
  }

  /** A message of a type that this conversation does not have. */
  public static BadMessageException unknownType(String type, String expected) {
    return new BadMessageException(
        "unknown type '" + Fields.shortened(type) + "'; expected " + expected);
  }
}
