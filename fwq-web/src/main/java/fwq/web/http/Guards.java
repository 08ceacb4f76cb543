package fwq.web.http;

import java.util.Map;

/** The headers that tell browsers what our pages may do: what is here, and nothing else. */
final class Guards {
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  /** For every answer. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", CONTENT,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  /** Browsers come back over TLS for a year; only where a given certificate will be there, too. */
  static final String STRICT_TRANSPORT = "max-age=31536000";

  private Guards() {}
}
