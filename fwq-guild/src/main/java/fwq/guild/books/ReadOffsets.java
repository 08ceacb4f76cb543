package fwq.guild.books;

import fwq.guild.store.Sql;
import fwq.kit.sqlite.DatabaseException;
import java.util.List;
import java.util.OptionalLong;

/** How far each partition is part of what is stored, of which making of its topic. */
final class ReadOffsets {
  private final Sql sql;

  ReadOffsets(Sql sql) {
    this.sql = sql;
  }

  /** Where to read on, or nothing where the topic was made anew since, or was never read. */
  OptionalLong next(String topic, int partition, String topicId) throws DatabaseException {
    List<Long> found =
        sql.rows(
            "SELECT next_offset FROM feed_offset"
                + " WHERE topic = ? AND partition = ? AND topic_id = ?",
            row -> row.getLong(1),
            topic,
            partition,
            topicId);
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
  }

  /** Stores offsets, as part of a transaction that is under way. */
  void store(String topic, int partition, String topicId, long next) throws DatabaseException {
    sql.update(
        "INSERT OR REPLACE INTO feed_offset (topic, partition, topic_id, next_offset)"
            + " VALUES (?, ?, ?, ?)",
        topic,
        partition,
        topicId,
        next);
  }
}
