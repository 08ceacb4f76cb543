package fwq.common.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The keys of one purpose, one after the other: each is used from a moment of its own on, and what
 * the ones before have made is accepted as long as it lives. Immutable, and at least one key.
 *
 * <p>As text a key is a line, the oldest first: since when it is used, and its bytes as base64. A
 * line without a time, such as the file that older versions called {@code secret} has, is a key
 * that has always been.
 */
public final class Keyring {
  /** More than this nobody has replaced within a day. */
  static final int KEYS_MAX = 16;

  private final List<DatedKey> keys;

  /**
   * One key.
   *
   * @param since it is used from then on, until the next one is
   */
  public record DatedKey(Instant since, SharedSecret secret) {
    /** What tells it from others, and nothing of the key: 8 hexadecimal digits. */
    public String id() {
      return secret.id();
    }
  }

  private Keyring(List<DatedKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** With one key, which has always been. */
  public static Keyring of(SharedSecret secret) {
    return of(secret, Instant.EPOCH);
  }

  /** With one key. */
  static Keyring of(SharedSecret secret, Instant since) {
    return new Keyring(List.of(new DatedKey(since, secret)));
  }

  /** All of them, oldest first. */
  public List<DatedKey> keys() {
    return keys;
  }

  /**
   * The key of a moment, which a signature or a session of that moment is made with. Whoever has
   * the same keys finds the same one, so nobody need say which it was.
   */
  public DatedKey at(Instant moment) {
    DatedKey newest = keys.getFirst();
    for (DatedKey key : keys) {
      if (!key.since.isAfter(moment)) {
        newest = key;
      }
    }
    return newest;
  }

  /** The key with this id. */
  public Optional<DatedKey> find(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** Until when a key is accepted; nothing for the newest. */
  public Optional<Instant> until(DatedKey key, Duration lives) {
    int next = keys.indexOf(key) + 1;
    return next == keys.size() ? Optional.empty() : Optional.of(keys.get(next).since.plus(lives));
  }

  /** Without the keys of which nothing lives any more. */
  public Keyring without(Duration lives, Instant now) {
    List<DatedKey> left =
        keys.stream().filter(key -> until(key, lives).map(now::isBefore).orElse(true)).toList();
    return left.size() == keys.size() ? this : new Keyring(left);
  }

  /**
   * With one more key.
   *
   * @param since later than the newest one's
   */
  public Keyring with(SharedSecret secret, Instant since) {
    if (!since.isAfter(keys.getLast().since) || keys.size() == KEYS_MAX) {
      throw new IllegalArgumentException("a new key is the newest of " + KEYS_MAX + " at most");
    }
    List<DatedKey> all = new ArrayList<>(keys);
    all.add(new DatedKey(since, secret));
    return new Keyring(all);
  }

  /** The keys that come of these, each used as long. */
  public Keyring map(UnaryOperator<SharedSecret> derive) {
    return new Keyring(
        keys.stream().map(key -> new DatedKey(key.since, derive.apply(key.secret))).toList());
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Keyring parse(String text) {
    List<DatedKey> keys = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(key(line));
      }
    }
    for (int i = 1; i < keys.size(); i++) {
      if (!keys.get(i).since.isAfter(keys.get(i - 1).since)) {
        throw new IllegalArgumentException("a key is not newer than the one above it");
      }
    }
    if (keys.isEmpty() || keys.size() > KEYS_MAX) {
      throw new IllegalArgumentException("expected 1 to " + KEYS_MAX + " keys");
    }
    return new Keyring(keys);
  }

  private static DatedKey key(String line) {
    int blank = line.indexOf(' ');
    try {
      return new DatedKey(
          blank < 0 ? Instant.EPOCH : Instant.parse(line.substring(0, blank)),
          SharedSecret.of(Base64.getDecoder().decode(line.substring(blank + 1).strip())));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a line begins with no time", e);
    }
  }

  /** As {@link #parse} reads it. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (DatedKey key : keys) {
      if (!key.since.equals(Instant.EPOCH)) {
        text.append(key.since).append(' ');
      }
      text.append(Base64.getEncoder().encodeToString(key.secret.bytes())).append('\n');
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return keys.stream().map(DatedKey::id).toList().toString();
  }
}
