package fwq.tui;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** What stands for a character where only ASCII may be sent: as wide, and as like as can be. */
public final class Ascii {
  private static final String SIGNS = "·•▁▂▃▄▅▆▇█…–—›↑↓←→↖↗↙↘✓✗“”’«»¿¡⁰¹²³⁴⁵⁶⁷⁸⁹⁺";
  private static final String STAND_INS = ".*_.,:-=+#.-->^v<>\\/\\/+x\"\"'\"\"?!0123456789+";
  private static final Map<Integer, String> BY_SIGN = new HashMap<>();

  static {
    for (int index = 0; index < SIGNS.length(); index++) {
      BY_SIGN.put((int) SIGNS.charAt(index), STAND_INS.substring(index, index + 1));
    }
  }

  private Ascii() {}

  /** What stands for this character, which is one or two columns wide, or empty. */
  public static String of(String glyph) {
    if (glyph.isEmpty() || glyph.codePointAt(0) < 0x7f) {
      // Without the marks on it.
      return glyph.isEmpty() ? glyph : glyph.substring(0, 1);
    }
    String known = BY_SIGN.get(glyph.codePointAt(0));
    if (known != null) {
      return known;
    }
    int base = Normalizer.normalize(glyph, Normalizer.Form.NFD).codePointAt(0);
    return base < 0x7f ? Character.toString(base) : "?".repeat(Words.width(glyph));
  }
}
