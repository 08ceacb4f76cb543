package fwq.kit.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one form of what can be written in several ways. */
public final class Normal {
  /** Those that people leave out where they type; in Thai, Hindi and others they are letters. */
  private static final Pattern MARKS =
      Pattern.compile("[\\p{Mn}&&[\\p{IsInherited}\\p{IsArabic}\\p{IsHebrew}]]+");

  private Normal() {}

  /**
   * With each letter and its marks as one character, where there is one: as most keyboards type.
   */
  public static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * For finding what people type: without case, marks, and the differences between forms of one
   * letter, so that {@code fenix} is {@code Fēnix}.
   */
  public static String searched(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(parts).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
