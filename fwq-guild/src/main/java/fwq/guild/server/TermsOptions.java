package fwq.guild.server;

import fwq.guild.rules.Days;
import fwq.guild.rules.Terms;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how the guild works. */
public final class TermsOptions {
  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = Zone.class,
      description =
          "the park's time zone, such as Europe/Madrid, until its frames name one (default: this"
              + " machine's)")
  private ZoneId zone = ZoneId.systemDefault();

  @Option(
      names = "--day-ends",
      paramLabel = "HH:MM",
      converter = Minute.class,
      description =
          "the last minute of a day (default: ${DEFAULT-VALUE}); one before noon is the next"
              + " morning's",
      defaultValue = "23:59")
  private LocalTime dayEnds;

  @Option(
      names = "--sitting",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description =
          "how often ordinary applications are decided: at whole multiples of so many seconds"
              + " (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private Duration sitting;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description =
          "how long a cart that needs a delivery waits for four others (default:"
              + " ${DEFAULT-VALUE})",
      defaultValue = "600")
  private Duration patience;

  @Option(
      names = "--delivery",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "how long a delivery is under way (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private Duration delivery;

  @Option(
      names = "--quota",
      paramLabel = "N",
      converter = Quota.class,
      description = "carts that a park may have, 1 to 20 (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int quota;

  public TermsOptions() {}

  /** What was chosen. */
  public Terms terms() {
    return new Terms(new Days(zone, dayEnds), sitting, patience, delivery, quota);
  }

  /** Reads a zone, or says in a sentence what that is. */
  public static final class Zone implements ITypeConverter<ZoneId> {
    public Zone() {}

    @Override
    public ZoneId convert(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "a time zone is one such as Europe/Madrid or UTC, got '" + text + "'");
      }
    }
  }

  /** Reads a minute of the day, or says in a sentence what that is. */
  static final class Minute implements ITypeConverter<LocalTime> {
    Minute() {}

    @Override
    public LocalTime convert(String text) {
      try {
        LocalTime time = LocalTime.parse(text);
        if (time.getSecond() == 0 && time.getNano() == 0) {
          return time;
        }
      } catch (DateTimeParseException e) {
        // Told below, with an example.
      }
      throw new TypeConversionException(
          "a day's last minute is one such as 23:59 or 01:59, got '" + text + "'");
    }
  }

  /** Reads seconds, or says in a sentence what they are. */
  static final class Seconds implements ITypeConverter<Duration> {
    private static final int DAYS_MAX = 31;

    Seconds() {}

    @Override
    public Duration convert(String text) {
      try {
        Duration time = Duration.ofSeconds(Integer.parseInt(text));
        if (time.isPositive() && time.compareTo(Duration.ofDays(DAYS_MAX)) <= 0) {
          return time;
        }
      } catch (NumberFormatException e) {
        // Told below, with an example.
      }
      throw new TypeConversionException(
          "a time is a number of seconds from 1 to 2678400, a month, such as 60, got '"
              + text
              + "'");
    }
  }

  /** Reads a number of carts, or says in a sentence what that is. */
  static final class Quota implements ITypeConverter<Integer> {
    Quota() {}

    @Override
    public Integer convert(String text) {
      try {
        int carts = Integer.parseInt(text);
        if (carts >= 1 && carts <= Terms.QUOTA_MAX) {
          return carts;
        }
      } catch (NumberFormatException e) {
        // Told below, with an example.
      }
      throw new TypeConversionException(
          "a park has 1 to " + Terms.QUOTA_MAX + " carts, such as 5, got '" + text + "'");
    }
  }
}
