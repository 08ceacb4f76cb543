package fwq.visitor.terminal;

import fwq.common.park.RideState;
import fwq.kit.json.ErrorReply;
import fwq.tui.Words;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * All that guests read, in one language. Each language is one file, {@code Texts_LANGUAGE}: a key
 * and its text in the form of {@link MessageFormat}, so that numbers are written as is usual there.
 */
final class Texts {
  static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  static final Texts SPANISH = new Texts(Locale.of("es"));

  private final Locale language;
  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            Texts.class.getName(),
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** In that language, such as {@code es} or {@code es_ES.UTF-8}; in English where it is none. */
  static Texts in(String language) {
    return language.startsWith("es") ? SPANISH : ENGLISH;
  }

  /** The text of a key, with these values in its gaps. */
  String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language).format(values);
  }

  /**
   * A sentence of another program, which speaks English and knows more; in another language ours,
   * which must do.
   */
  String heard(String sentence, String ours) {
    return this == ENGLISH ? Words.sentence(sentence) : ours;
  }

  /** What the registry refused, and why. */
  String refusal(ErrorReply reply) {
    long seconds = (reply.retryAfterMillis().orElse(0) + 999) / 1_000;
    String ours =
        switch (reply.code()) {
          case "ALIAS_TAKEN" -> of("refused.taken");
          case "WRONG_CREDENTIALS" -> of("refused.credentials");
          case "INVALID_FIELD" -> invalid(reply.field().orElse(""));
          case "EXPIRED" -> of("refused.expired");
          case "BUSY" -> of("refused.busy", seconds);
          case "TOO_MANY_ATTEMPTS" -> of("refused.attempts", seconds);
          case "UNAVAILABLE" -> of("refused.unavailable", reply.message());
          default -> of("refused.request");
        };
    return heard(reply.message(), ours);
  }

  private String invalid(String field) {
    return switch (field) {
      case "alias" -> of("refused.alias");
      case "name" -> of("refused.name");
      case "email" -> of("refused.email");
      case "shownAs" -> of("refused.shownAs");
      case "password" -> of("refused.password");
      case "current" -> of("refused.current");
      default -> of("refused.request");
    };
  }

  /** A time of day there, with the day of the week or without. */
  String time(long epochMillis, ZoneId zone, boolean day) {
    return DateTimeFormatter.ofPattern(day ? "EEE HH:mm" : "HH:mm", language)
        .format(Instant.ofEpochMilli(epochMillis).atZone(zone));
  }

  String state(RideState state) {
    return switch (state) {
      case OPEN -> of("state.open");
      case NO_DATA -> of("state.noData");
      case DOWN -> of("state.down");
      case CLOSED -> of("state.closed");
    };
  }
}
