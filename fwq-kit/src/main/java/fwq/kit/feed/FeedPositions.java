package fwq.kit.feed;

import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * How far topics were read, in the database of whoever reads them. A topic that was made anew under
 * the same name has another id, and is read from its beginning.
 */
public final class FeedPositions {
  /** Makes the table: to be one of its owner's migrations. */
  public static final String MIGRATION =
      """
      CREATE TABLE feed_position (
        topic TEXT NOT NULL,
        partition INTEGER NOT NULL,
        topic_id TEXT NOT NULL,       -- '' where it is not known, as in files of former versions
        next_offset INTEGER NOT NULL,
        PRIMARY KEY (topic, partition)
      ) STRICT, WITHOUT ROWID;
      """;

  private final Sql sql;

  /** Positions in this database. */
  public FeedPositions(Sql sql) {
    this.sql = sql;
  }

  /**
   * The first offset not yet read of each partition that was read, of the topic that has this id.
   */
  public Map<TopicPartition, Long> of(String topic, Uuid id) throws DatabaseException {
    Map<TopicPartition, Long> next = new HashMap<>();
    sql.query(
        """
        SELECT partition, next_offset FROM feed_position WHERE topic = ? AND topic_id IN ('', ?)""",
        row -> next.put(new TopicPartition(topic, row.getInt(1)), row.getLong(2)),
        topic,
        id.toString());
    return next;
  }

  /** Stores how far a partition was read. Inside a transaction. */
  void store(TopicPartition partition, Uuid id, long nextOffset) throws SQLException {
    sql.update(
        """
        INSERT INTO feed_position (topic, partition, topic_id, next_offset) VALUES (?, ?, ?, ?)
        ON CONFLICT (topic, partition) DO UPDATE
          SET topic_id = excluded.topic_id, next_offset = excluded.next_offset""",
        partition.topic(),
        partition.partition(),
        id.toString(),
        nextOffset);
  }
}
