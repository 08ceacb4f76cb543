package fwq.registry;

import fwq.common.signing.AuditKey;
import fwq.common.talk.audit.SecurityLine;
import fwq.kit.sqlite.Sql;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What was done with accounts and logins, written in the transaction that does it, each line
 * chained to the one before. Safe for whoever has the transaction.
 */
final class SecurityLog {
  /** Some 150 MB. */
  static final long LINES_MAX = 1_000_000;

  /** So many are taken out at once, for their age. */
  static final long PRUNED_AT_ONCE = 10_000;

  /** Whose request it is; nothing for what the registry's owner does. */
  static final ScopedValue<String> FROM = ScopedValue.newInstance();

  private static final byte[] NOTHING = new byte[0];

  private final Sql writer;
  private final AuditKey key;
  private final InstantSource clock;
  private final long linesMax;

  SecurityLog(Sql writer, AuditKey key, InstantSource clock) {
    this(writer, key, clock, LINES_MAX);
  }

  SecurityLog(Sql writer, AuditKey key, InstantSource clock, long linesMax) {
    this.writer = writer;
    this.key = key;
    this.clock = clock;
    this.linesMax = linesMax;
  }

  /** The chain's ends. */
  private static final class Ends {
    private final long before;
    private final byte[] linkBefore;
    private final long last;

    private Ends(long before, byte[] linkBefore, long last) {
      this.before = before;
      this.linkBefore = linkBefore;
      this.last = last;
    }
  }

  /** To be called in the transaction that does it. */
  void note(String alias, String what) throws SQLException {
    Ends ends = ends();
    byte[] linkBefore = ends.last == ends.before ? ends.linkBefore : link(ends.last);
    SecurityLine line =
        new SecurityLine(
            ends.last + 1, clock.millis(), alias, what, FROM.isBound() ? FROM.get() : "");
    byte[] link = key.link(linkBefore, line.text());
    writer.update(
        "INSERT INTO security (seq, at, alias, what, address, link) VALUES (?, ?, ?, ?, ?, ?)",
        line.seq(),
        line.at(),
        line.alias(),
        line.what(),
        line.address(),
        link);
    save(pruned(ends, line.seq()), line.seq(), link);
  }

  /** Without the oldest, where there are more than are kept. */
  private Ends pruned(Ends ends, long last) throws SQLException {
    if (last - ends.before < linesMax + Math.min(PRUNED_AT_ONCE, linesMax)) {
      return ends;
    }
    long before = last - linesMax;
    byte[] linkBefore = link(before);
    writer.update("DELETE FROM security WHERE seq <= ?", before);
    return new Ends(before, linkBefore, last);
  }

  private void save(Ends ends, long last, byte[] link) throws SQLException {
    writer.update(
        """
        INSERT INTO security_ends (only, before, link_before, last, signature)
        VALUES (0, ?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET
          before = ?1, link_before = ?2, last = ?3, signature = ?4""",
        ends.before,
        ends.linkBefore,
        last,
        key.ends(ends.before, ends.linkBefore, last, link));
  }

  private Ends ends() throws SQLException {
    Optional<Ends> known =
        writer.first(
            "SELECT before, link_before, last FROM security_ends",
            row -> new Ends(row.getLong(1), row.getBytes(2), row.getLong(3)));
    return known.orElse(new Ends(0, NOTHING, 0));
  }

  private byte[] link(long seq) throws SQLException {
    return writer
        .first("SELECT link FROM security WHERE seq = ?", row -> row.getBytes(1), seq)
        .orElse(NOTHING);
  }
}
