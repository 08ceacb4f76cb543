package fwq.visitor.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the guest's terminal can show and the guest can read.
 *
 * @param texts the language
 * @param palette colours, or none
 * @param ascii whether only ASCII may be sent
 * @param plain whether the terminal can do nothing but lines
 */
record Surroundings(Texts texts, Palette palette, boolean ascii, boolean plain) {
  /**
   * As the environment's variables say.
   *
   * @param language {@code en} or {@code es}, where the guest asked for one
   */
  static Surroundings of(Map<String, String> environment, Optional<String> language) {
    String characters = first(environment, "LC_ALL", "LC_CTYPE", "LANG").toUpperCase(Locale.ROOT);
    String wanted = language.orElse(first(environment, "LC_ALL", "LC_MESSAGES", "LANG"));
    return new Surroundings(
        wanted.startsWith("es") ? Texts.SPANISH : Texts.ENGLISH,
        // See no-color.org.
        first(environment, "NO_COLOR").isEmpty() ? Palette.COLOUR : Palette.MONO,
        !characters.contains("UTF-8") && !characters.contains("UTF8"),
        first(environment, "TERM").startsWith("dumb"));
  }

  /** The first of these that is set to something. */
  private static String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
