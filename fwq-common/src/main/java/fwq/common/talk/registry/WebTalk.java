package fwq.common.talk.registry;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import fwq.kit.json.JsonText;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a web process tells the registry whose request it brings: once a connection it asks for a
 * nonce, {@code {"type":"hello"}}, and then adds to each request the guest's address and the proof
 * that a web process says so, made of the nonce and the address with the key in {@code web.key}.
 * Without it all guests behind a web process would share one limit, and one place in the audit.
 */
public final class WebTalk {
  /** Bytes of a nonce. */
  public static final int NONCE_BYTES = 16;

  private WebTalk() {}

  /**
   * Who a request comes from, as a web process says.
   *
   * @param from the guest's address
   * @param proof that a web process says so; URL-safe base64
   */
  public record Origin(String from, String proof) {
    /** With this proof. */
    public static Origin of(String from, byte[] proof) {
      return new Origin(from, text(proof));
    }

    /**
     * The proof itself.
     *
     * @throws IllegalArgumentException when it is not base64
     */
    public byte[] proofBytes() {
      return bytes(proof);
    }
  }

  /** Asks for a nonce. */
  public static byte[] hello() {
    return JsonText.object(json -> json.writeStringProperty("type", "hello"));
  }

  /** Whether this asks for a nonce. */
  public static boolean isHello(byte[] request) {
    try {
      return "hello".equals(Fields.of(JsonText.parse(request)).optionalText("type").orElse(""));
    } catch (BadMessageException e) {
      // Whoever reads it as a request will say what is wrong.
      return false;
    }
  }

  /** The registry's answer to a hello. */
  public static byte[] nonce(byte[] nonce) {
    return JsonText.object(
        json -> {
          json.writeStringProperty("type", "nonce");
          json.writeStringProperty("nonce", text(nonce));
        });
  }

  /** The nonce in the registry's answer. */
  public static byte[] readNonce(byte[] reply) throws BadMessageException {
    return JsonText.read(
        reply,
        (type, in) -> {
          if (!type.equals("nonce")) {
            throw JsonText.unknownType(type, "nonce");
          }
          return bytes(in.text("nonce"));
        });
  }

  /** The same request with whom it comes from. */
  public static byte[] with(byte[] request, Origin origin) throws BadMessageException {
    JsonNode fields = Fields.of(JsonText.parse(request)).node();
    return JsonText.object(
        json -> {
          fields
              .properties()
              .forEach(
                  field ->
                      json.writeStringProperty(field.getKey(), field.getValue().stringValue()));
          json.writeStringProperty("from", origin.from());
          json.writeStringProperty("proof", origin.proof());
        });
  }

  /** Whom a request comes from; nothing when no web process brings it. */
  public static Optional<Origin> origin(byte[] request) throws BadMessageException {
    Fields in = Fields.of(JsonText.parse(request));
    Optional<String> from = in.optionalText("from");
    Optional<String> proof = in.optionalText("proof");
    if (from.isEmpty() || proof.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Origin(from.get(), proof.get()));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
