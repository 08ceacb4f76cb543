package fwq.web.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which action answers which request: a table of methods and paths such as {@code /v1/{id}}. */
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, List<String> pattern, Access access, Action action) {}

  /** Who may ask, and how often. */
  public enum Access {
    /** Pages and their parts. */
    PAGE,
    /** A guest's requests, which change things. */
    GUEST,
    /** Anybody's, from any other site's page, too. */
    PUBLIC
  }

  /** What was found: an action and the open parts of its path. */
  public record Found(Action action, Access access, Map<String, String> path) {}

  /** An empty table. */
  public Routes() {}

  /** One more row. */
  public void add(String method, String pattern, Access access, Action action) {
    routes.add(new Route(method, parts(pattern), access, action));
  }

  /** The first row that fits. A {@code HEAD} is a {@code GET} whose body is not sent. */
  public Optional<Found> find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    List<String> parts = parts(path);
    for (Route route : routes) {
      if (route.method().equals(wanted)) {
        Optional<Map<String, String>> open = match(route.pattern(), parts);
        if (open.isPresent()) {
          return Optional.of(new Found(route.action(), route.access(), open.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The methods that this path takes; none where there is nothing. */
  public Set<String> methods(String path) {
    List<String> parts = parts(path);
    Set<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (match(route.pattern(), parts).isPresent()) {
        methods.add(route.method());
      }
    }
    return methods;
  }

  /** All paths, as they were added. */
  public Set<String> patterns() {
    Set<String> patterns = new TreeSet<>();
    routes.forEach(route -> patterns.add("/" + String.join("/", route.pattern())));
    return patterns;
  }

  /** Whether pages of other sites may read what is at this path. */
  public boolean isPublic(String path) {
    List<String> parts = parts(path);
    return routes.stream()
        .anyMatch(it -> it.access() == Access.PUBLIC && match(it.pattern(), parts).isPresent());
  }

  /** Empty parts count for nothing: one well-known client writes {@code /v1//entity}. */
  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** A last part {@code {name...}} takes all that is left. */
  private static Optional<Map<String, String>> match(List<String> pattern, List<String> parts) {
    Map<String, String> open = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String part = pattern.get(i);
      if (part.endsWith("...}")) {
        open.put(part.substring(1, part.length() - 4), String.join("/", rest(parts, i)));
        return parts.size() > i ? Optional.of(open) : Optional.empty();
      }
      if (i >= parts.size()) {
        return Optional.empty();
      }
      if (part.startsWith("{")) {
        open.put(part.substring(1, part.length() - 1), parts.get(i));
      } else if (!part.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return parts.size() == pattern.size() ? Optional.of(open) : Optional.empty();
  }

  private static List<String> rest(List<String> parts, int from) {
    return from >= parts.size() ? List.of() : parts.subList(from, parts.size());
  }
}
