package fwq.journal.node;

import fwq.kit.sqlite.Sql;
import java.sql.SQLException;

/**
 * Lets the oldest rows go, by the order in which they came, and notes where the chain begins from
 * then on. What has gone is not read again from Kafka.
 */
final class Retention {
  /** So many go at once: it takes a moment, not seconds. */
  static final int ROWS_MAX = 5_000;

  private Retention() {}

  /** Inside a transaction. */
  static int letGo(Sql sql, long before, long bytesMax) throws SQLException {
    boolean isLarge =
        number(
                sql,
                """
                SELECT (page_count - freelist_count) * page_size
                FROM pragma_page_count, pragma_freelist_count, pragma_page_size
                """)
            > bytesMax;
    long first = number(sql, "SELECT coalesce(min(seq), 0) FROM record");
    long last =
        number(
            sql,
            """
            SELECT coalesce(min(seq) FILTER (WHERE NOT (? OR at < ?)) - 1, max(seq), 0)
            FROM (SELECT seq, at FROM record ORDER BY seq LIMIT ?)
            """,
            isLarge ? 1 : 0,
            before,
            ROWS_MAX);
    if (first == 0 || last < first) {
      return 0;
    }
    sql.update(
        """
        UPDATE journal SET anchor_seq = ?,
          anchor_chain = (SELECT chain FROM record WHERE seq = ?)
        """,
        last,
        last);
    sql.update(
        """
        INSERT INTO gone SELECT topic, partition, max(offset) + 1 FROM record
          WHERE seq <= ? GROUP BY topic, partition
        ON CONFLICT DO UPDATE SET next = max(next, excluded.next)
        """,
        last);
    sql.update("DELETE FROM record WHERE seq <= ?", last);
    return (int) (last - first + 1);
  }

  private static long number(Sql sql, String query, Object... values) throws SQLException {
    return sql.first(query, row -> row.getLong(1), values).orElseThrow();
  }
}
