package fwq.common.talk.journal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What somebody gives to the journal.
 *
 * @param kind what sort of thing it is, such as {@code count} or {@code audit}
 * @param body any text
 */
public record JournalEntry(String kind, String body) {
  /** The most bytes of UTF-8 in a body: with all that is said around it, it fits a frame. */
  public static final int BODY_BYTES_MAX = 60 * 1024;

  private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");

  /** Refuses a kind that is no word, and a body that is too long. */
  public JournalEntry {
    if (!KIND.matcher(kind).matches() || kind.equals("unreadable")) {
      throw new IllegalArgumentException(
          "field 'kind' must be a word, other than unreadable, of 1 to 32 small letters, digits, '.', '_' or '-', such as"
              + " count");
    }
    if (body.length() > BODY_BYTES_MAX
        || body.getBytes(StandardCharsets.UTF_8).length > BODY_BYTES_MAX) {
      throw new IllegalArgumentException(
          "field 'body' must have at most " + BODY_BYTES_MAX + " bytes of UTF-8");
    }
  }
}
