package fwq.registry;

import fwq.kit.net.Network;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import fwq.kit.sqlite.SqlReaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * From where each guest has logged in: who guesses a password is somewhere else, and must not be
 * able to lock the guest out. Takes time as an argument; safe for many threads.
 */
final class KnownHouseholds {
  /** Of one guest; one more, and the one that was not used for longest is forgotten. */
  static final int EACH_MAX = 10;

  /** Noted again when it is so old, so that not every login writes. */
  static final long NOTE_MILLIS = 86_400_000;

  static final String MIGRATION =
      """
      CREATE TABLE known_households (
        alias TEXT NOT NULL COLLATE NOCASE,
        network TEXT NOT NULL,             -- the first bytes of its addresses, in hexadecimal
        last_at INTEGER NOT NULL,
        PRIMARY KEY (alias, network)
      ) STRICT, WITHOUT ROWID;
      """;

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  private final Sql writer;
  private final SqlReaders readers;

  KnownHouseholds(Sql writer, SqlReaders readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** A household, as it is noted. */
  static String name(InetAddress address) {
    ByteBuffer prefix = Network.household(address).prefix();
    byte[] bytes = new byte[prefix.remaining()];
    prefix.duplicate().get(bytes);
    return "/" + HexFormat.of().formatHex(bytes);
  }

  /** Whether the guest has logged in from there. */
  boolean isKnown(String alias, String household) throws DatabaseException {
    return lastAt(alias, household) > 0;
  }

  /** The guest has logged in from there. */
  void add(String alias, String household, long nowMillis) throws DatabaseException {
    long last = lastAt(alias, household);
    if (last > 0 && Math.abs(nowMillis - last) < NOTE_MILLIS) {
      return;
    }
    writer.transaction(
        () -> {
          writer.update(
              """
              INSERT INTO known_households (alias, network, last_at) VALUES (?1, ?2, ?3)
              ON CONFLICT DO UPDATE SET last_at = ?3""",
              alias,
              household,
              Math.max(1, nowMillis));
          return writer.update(
              """
              DELETE FROM known_households WHERE alias = ?1 AND network IN
                (SELECT network FROM known_households WHERE alias = ?1
                 ORDER BY last_at DESC LIMIT -1 OFFSET ?2)""",
              alias,
              EACH_MAX);
        });
  }

  /** Where a guest has logged in from, for people. */
  List<String> of(String alias) throws DatabaseException {
    return readers.read(
        reader ->
            reader.all(
                "SELECT network FROM known_households WHERE alias = ? ORDER BY network",
                row -> text(row.getString(1)),
                alias));
  }

  /** As {@code 192.0.2.7} or {@code 2001:db8::/64}; this machine has no prefix. */
  private static String text(String household) {
    byte[] prefix = HexFormat.of().parseHex(household, 1, household.length());
    if (prefix.length == 0) {
      return InetAddress.getLoopbackAddress().getHostAddress();
    }
    try {
      return prefix.length == IPV4_BYTES
          ? InetAddress.getByAddress(prefix).getHostAddress()
          : InetAddress.getByAddress(Arrays.copyOf(prefix, IPV6_BYTES)).getHostAddress()
              + "/"
              + prefix.length * Byte.SIZE;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  private long lastAt(String alias, String household) throws DatabaseException {
    return readers
        .read(
            reader ->
                reader.first(
                    "SELECT last_at FROM known_households WHERE alias = ? AND network = ?",
                    row -> row.getLong(1),
                    alias,
                    household))
        .orElse(0L);
  }
}
