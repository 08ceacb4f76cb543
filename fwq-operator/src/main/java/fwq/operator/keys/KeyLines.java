package fwq.operator.keys;

import fwq.common.signing.KeyPurpose;
import fwq.common.signing.Keyring;
import fwq.common.signing.Keyring.DatedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Keys as lines for people.
 *
 * <p>Pure: the time is an argument.
 */
final class KeyLines {
  private KeyLines() {}

  /** A line for each key, the newest first. */
  static List<String> of(KeyPurpose purpose, Keyring ring, Instant now) {
    return ring.keys().reversed().stream().map(key -> line(purpose, ring, key, now)).toList();
  }

  /** That there is none yet. */
  static String none(KeyPurpose purpose) {
    return line(purpose, "-", "", "made when it is first needed");
  }

  private static String line(KeyPurpose purpose, Keyring ring, DatedKey key, Instant now) {
    return line(purpose, key.id(), age(key, now), state(purpose, ring, key, now));
  }

  private static String line(KeyPurpose purpose, String id, String age, String state) {
    return String.format(
        Locale.ROOT, "%-10s  %-8s  %6s  %s (%s)", purpose, id, age, state, purpose.users());
  }

  private static String age(DatedKey key, Instant now) {
    if (key.since().equals(Instant.EPOCH)) {
      // It was the secret of an older version, which has no date.
      return "old";
    }
    Duration age = Duration.between(key.since(), now);
    if (age.isNegative()) {
      return "new";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " d";
  }

  private static String state(KeyPurpose purpose, Keyring ring, DatedKey key, Instant now) {
    if (key.equals(ring.at(now))) {
      return "in use";
    }
    if (key.since().isAfter(now)) {
      return "in use from " + time(key.since());
    }
    Instant until = ring.until(key, purpose.lives()).orElseThrow();
    return now.isBefore(until) ? "accepted until " + time(until) : "no longer accepted";
  }

  /** To the second, in UTC. */
  static String time(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
