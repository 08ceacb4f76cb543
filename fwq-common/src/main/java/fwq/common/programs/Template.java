package fwq.common.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with places for values: {@code {port} 127.0.0.1 {broker} [--rides {rides}]}. What is in
 * brackets is left out where it lacks a value. {@code {trips?}} only says that a value is needed.
 */
public record Template(String text) {
  private static final Pattern PART = Pattern.compile("\\[([^\\]]*)\\]|[^\\s\\[\\]]+");
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)\\}");
  private static final Pattern NEED = Pattern.compile("\\{([a-z-]+)\\?\\}");

  /** Whether there is a place for this value. */
  public boolean has(String name) {
    return text.contains("{" + name + "}") || text.contains("{" + name + "?}");
  }

  /** The words, each value in one word whatever is in it; nothing where a value is missing. */
  public Optional<List<String>> fill(Map<String, String> values) {
    List<String> words = new ArrayList<>();
    Matcher parts = PART.matcher(text);
    while (parts.find()) {
      String bracketed = parts.group(1);
      Optional<List<String>> some =
          fillAll((bracketed == null ? parts.group() : bracketed).strip().split("\\s+"), values);
      if (some.isEmpty() && bracketed == null) {
        return Optional.empty();
      }
      some.ifPresent(words::addAll);
    }
    return Optional.of(List.copyOf(words));
  }

  private static Optional<List<String>> fillAll(String[] words, Map<String, String> values) {
    List<String> filled = new ArrayList<>();
    for (String word : words) {
      Matcher need = NEED.matcher(word);
      if (need.matches()) {
        if (!values.containsKey(need.group(1))) {
          return Optional.empty();
        }
        continue;
      }
      Matcher places = PLACE.matcher(word);
      if (places.results().anyMatch(place -> !values.containsKey(place.group(1)))) {
        return Optional.empty();
      }
      filled.add(places.replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1)))));
    }
    return Optional.of(filled);
  }
}
