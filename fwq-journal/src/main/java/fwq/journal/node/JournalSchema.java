package fwq.journal.node;

import java.util.List;

/**
 * The tables of {@code journal.db}. What a row may be is said here, not only where rows are made,
 * and rows stay as they are: none is changed, none is put in place of another, and none goes but
 * from the beginning, where the anchor of the chain has been noted.
 */
final class JournalSchema {
  static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE journal (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            database TEXT NOT NULL CHECK (length(database) = 36),
            anchor_seq INTEGER NOT NULL CHECK (anchor_seq >= 0),
            anchor_chain BLOB NOT NULL CHECK (length(anchor_chain) = 32)
          ) STRICT;
          CREATE TABLE probe (room BLOB NOT NULL) STRICT;
          CREATE TABLE topic (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 22)
          ) STRICT;
          CREATE TABLE record (
            seq INTEGER PRIMARY KEY CHECK (seq > 0),
            topic INTEGER NOT NULL REFERENCES topic (number),
            partition INTEGER NOT NULL CHECK (partition BETWEEN 0 AND 59),
            offset INTEGER NOT NULL CHECK (offset >= 0),
            key BLOB CHECK (length(key) = 16),
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            body TEXT NOT NULL,
            chain BLOB NOT NULL CHECK (length(chain) = 32),
            CHECK ((key IS NULL) = (kind = 'unreadable')),
            UNIQUE (topic, partition, offset)
          ) STRICT;
          CREATE INDEX record_key ON record (key);
          CREATE INDEX record_at ON record (at);
          CREATE TABLE repeat (
            topic INTEGER NOT NULL REFERENCES topic (number),
            partition INTEGER NOT NULL,
            offset INTEGER NOT NULL,
            key BLOB NOT NULL CHECK (length(key) = 16),
            PRIMARY KEY (topic, partition, offset)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE held (
            topic INTEGER NOT NULL REFERENCES topic (number),
            partition INTEGER NOT NULL,
            first INTEGER NOT NULL,
            next INTEGER NOT NULL CHECK (next > first),
            PRIMARY KEY (topic, partition, first)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE gone (
            topic INTEGER NOT NULL REFERENCES topic (number),
            partition INTEGER NOT NULL,
            next INTEGER NOT NULL,
            PRIMARY KEY (topic, partition)
          ) STRICT, WITHOUT ROWID;
          CREATE TRIGGER record_stays BEFORE UPDATE ON record BEGIN
            SELECT RAISE(ABORT, 'a record is never changed');
          END;
          CREATE TRIGGER record_comes_last BEFORE INSERT ON record
            WHEN NEW.seq <= (SELECT max(seq) FROM record)
              OR EXISTS (SELECT 1 FROM record WHERE topic = NEW.topic
                AND partition = NEW.partition AND offset = NEW.offset)
          BEGIN
            SELECT RAISE(ABORT, 'a record comes once, and after all others');
          END;
          CREATE TRIGGER record_goes_before_anchor BEFORE DELETE ON record
            WHEN OLD.seq > (SELECT anchor_seq FROM journal)
          BEGIN
            SELECT RAISE(ABORT, 'only what lies before the anchor goes');
          END;
          """);

  private JournalSchema() {}
}
