package fwq.web.http;

import java.util.Map;
import java.util.Optional;

/**
 * One request, as actions see it.
 *
 * @param method such as {@code GET}
 * @param path parts of the path that the route left open, by their names
 * @param query parameters, the first of each name
 * @param address whose request it is, the proxy's client where there is a trusted proxy
 * @param secure whether the browser speaks TLS
 * @param multiplexed whether one connection carries many requests, as with HTTP/2
 * @param cookies by name
 * @param headers by lower-case name, the first of each
 * @param body empty where there is none
 */
public record Call(
    String method,
    Map<String, String> path,
    Map<String, String> query,
    String address,
    boolean secure,
    boolean multiplexed,
    Map<String, String> cookies,
    Map<String, String> headers,
    String body) {
  /** A part of the path. */
  public String part(String name) {
    return path.get(name);
  }

  /** A parameter of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
