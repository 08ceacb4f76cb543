package fwq.tui;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a terminal can show and its user can read, as the environment says.
 *
 * @param language such as {@code es_ES.UTF-8}, or empty
 * @param palette colours, or none
 * @param ascii whether only ASCII may be sent
 * @param encoding what is typed comes in, and what is shown goes out in. Java would take the
 *     system's, which is ASCII where the locale is named and not installed
 * @param plain whether the terminal can do nothing but lines
 */
public record Surroundings(
    String language, Palette palette, boolean ascii, Charset encoding, boolean plain) {
  /** What COLORTERM says of a terminal with all colours. */
  private static final Set<String> EXACT = Set.of("24bit", "truecolor");

  /**
   * What is in the names of terminals with 256 colours; ssh tells no more of them than the name.
   */
  private static final List<String> RICH =
      List.of("256color", "direct", "kitty", "alacritty", "foot", "ghostty", "wezterm");

  public static Surroundings of(Map<String, String> environment) {
    String characters = first(environment, "LC_ALL", "LC_CTYPE", "LANG").toUpperCase(Locale.ROOT);
    return new Surroundings(
        first(environment, "LC_ALL", "LC_MESSAGES", "LANG"),
        palette(environment),
        !characters.contains("UTF-8") && !characters.contains("UTF8"),
        encoding(characters),
        first(environment, "TERM").startsWith("dumb"));
  }

  /** What the locale names, such as {@code de_DE.ISO-8859-1}; UTF-8 where it names none. */
  private static Charset encoding(String locale) {
    String named = locale.replaceFirst("^[^.]*\\.?", "").replaceFirst("@.*", "");
    try {
      return named.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(named);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** As many colours as the terminal says it has; none where none are wanted. */
  static Palette palette(Map<String, String> environment) {
    String terminal = first(environment, "TERM");
    // See no-color.org. The VT terminals were green.
    if (!first(environment, "NO_COLOR").isEmpty() || terminal.startsWith("vt")) {
      return Palette.MONO;
    }
    // GNU screen passes its own terminal's word on, but not its colours.
    boolean inScreen = !first(environment, "STY").isEmpty();
    if (!inScreen && EXACT.contains(first(environment, "COLORTERM"))) {
      return Palette.TRUE;
    }
    return RICH.stream().anyMatch(terminal::contains) ? Palette.MANY : Palette.SIXTEEN;
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
