package fwq.web.http;

import java.util.Optional;

/**
 * Whether a request that changes things comes from one of our own pages: the browser says so in a
 * header that no page can write. JSON alone is not enough, for a form can send it as text.
 */
final class SameSite {
  private SameSite() {}

  /**
   * Why such a request is refused, or nothing.
   *
   * @param ours scheme, host and port as the browser knows us, such as {@code https://park:8000}
   */
  static Optional<Problem> refuse(
      Optional<String> fetchSite, Optional<String> origin, Optional<String> type, String ours) {
    boolean same =
        fetchSite.isPresent()
            ? fetchSite.get().equals("same-origin")
            : origin.filter(ours::equalsIgnoreCase).isPresent();
    if (!same) {
      return Optional.of(
          Problem.of(
              403,
              "FORBIDDEN",
              "only this site's own pages may ask for this: Sec-Fetch-Site: same-origin, or"
                  + " Origin: "
                  + ours));
    }
    boolean json =
        type.map(it -> it.split(";", 2)[0].strip())
            .filter("application/json"::equalsIgnoreCase)
            .isPresent();
    return json
        ? Optional.empty()
        : Optional.of(Problem.of(415, "UNSUPPORTED_TYPE", "the body must be application/json"));
  }
}
