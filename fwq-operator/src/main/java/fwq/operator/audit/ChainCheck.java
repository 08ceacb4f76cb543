package fwq.operator.audit;

import fwq.common.signing.AuditKey;
import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.audit.SecurityLine;
import fwq.kit.program.Failure;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the registry's security lines are as they were written, all of them, and no others. */
final class ChainCheck {
  private static final int BATCH = 1_000;

  private final Sql database;
  private final AuditKey key;
  private long count;

  private static final class Linked {
    private final SecurityLine line;
    private final byte[] link;

    private Linked(SecurityLine line, byte[] link) {
      this.line = line;
      this.link = link;
    }
  }

  private static final class Ends {
    private final long before;
    private final byte[] linkBefore;
    private final long last;
    private final byte[] signature;

    private Ends(long before, byte[] linkBefore, long last, byte[] signature) {
      this.before = before;
      this.linkBefore = linkBefore;
      this.last = last;
      this.signature = signature;
    }
  }

  private ChainCheck(Sql database, AuditKey key) {
    this.database = database;
    this.key = key;
  }

  /**
   * Checks those of a registry.
   *
   * @return how many there are
   * @throws Failure with a sentence that names the first that is wrong
   */
  static long run(Path data) throws Failure {
    Path file = data.resolve("visitors.db");
    Path keyFile = data.resolve(AuditKey.FILE);
    if (!Files.exists(file) || !Files.exists(keyFile)) {
      throw new Failure(
          "there is no "
              + file
              + " with its "
              + keyFile
              + "; give the registry's folder with --data");
    }
    try (Sql database = Sql.existing(file)) {
      AuditKey key = AuditKey.loadOrCreate(keyFile, new SecureRandom());
      ChainCheck check = new ChainCheck(database, key);
      Optional<String> wrong = database.transaction(check::firstWrong);
      if (wrong.isPresent()) {
        throw new Failure(
            wrong.get() + ": somebody has changed " + file + " by hand, or it is of another key");
      }
      return check.count;
    } catch (DatabaseException | IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Optional<String> firstWrong() throws SQLException {
    Optional<Ends> ends =
        database.first(
            "SELECT before, link_before, last, signature FROM security_ends",
            row -> new Ends(row.getLong(1), row.getBytes(2), row.getLong(3), row.getBytes(4)));
    if (ends.isEmpty()) {
      return next(0).isEmpty()
          ? Optional.empty()
          : Optional.of("it is not said how far the lines go");
    }
    long seq = ends.get().before;
    byte[] before = ends.get().linkBefore;
    for (List<Linked> batch = next(seq); !batch.isEmpty(); batch = next(seq)) {
      for (Linked each : batch) {
        if (each.line.seq() != seq + 1) {
          return Optional.of("line " + (seq + 1) + " is missing");
        }
        if (!MessageDigest.isEqual(key.link(before, each.line.text()), each.link)) {
          return Optional.of(
              "line "
                  + each.line.seq()
                  + " of "
                  + AuditJson.time(Instant.ofEpochMilli(each.line.at()))
                  + " is not as it was written");
        }
        seq = each.line.seq();
        before = each.link;
        count++;
      }
    }
    byte[] signature = key.ends(ends.get().before, ends.get().linkBefore, seq, before);
    return seq == ends.get().last && MessageDigest.isEqual(signature, ends.get().signature)
        ? Optional.empty()
        : Optional.of("lines after " + seq + " are missing");
  }

  private List<Linked> next(long after) throws SQLException {
    return database.all(
        """
        SELECT seq, at, alias, what, address, link FROM security WHERE seq > ?
        ORDER BY seq LIMIT ?""",
        row ->
            new Linked(
                new SecurityLine(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)),
                row.getBytes(6)),
        after,
        BATCH);
  }
}
