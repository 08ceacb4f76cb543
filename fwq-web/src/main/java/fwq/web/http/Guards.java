package fwq.web.http;

import java.util.Map;

/** The headers that tell browsers what our pages may do: what is here, and nothing else. */
final class Guards {
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  private static final String SNIFFING = "X-Content-Type-Options";

  /** For every answer that a browser may show by itself. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          CONTENT,
          SNIFFING,
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  /** Browsers come back over TLS for a year; only where a given certificate will be there, too. */
  static final String STRICT_TRANSPORT = "max-age=31536000";

  /** A script or stylesheet is never shown; a page has eighty, and each header eighty times. */
  private static final Map<String, String> PARTS = Map.of(SNIFFING, "nosniff");

  private Guards() {}

  /** Those for an answer of this type. */
  static Map<String, String> of(String type) {
    return type.startsWith("text/javascript") || type.startsWith("text/css") ? PARTS : HEADERS;
  }
}
