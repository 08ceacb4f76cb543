package fwq.guild.store;

import fwq.kit.feed.FeedPositions;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.nio.file.Path;
import java.util.List;

/** Opens {@code guild.db}. */
public final class GuildFile {
  /** The file's name in the data folder. */
  public static final String NAME = "guild.db";

  static final List<String> MIGRATIONS =
      List.of(
          FeedPositions.MIGRATION,
          """
          CREATE TABLE application (
            mark TEXT PRIMARY KEY,
            park INTEGER NOT NULL,
            plate TEXT NOT NULL,
            person TEXT NOT NULL,
            premium INTEGER NOT NULL CHECK (premium IN (0, 1)),
            restock INTEGER NOT NULL,
            name TEXT NOT NULL,
            surname TEXT NOT NULL,
            national_id TEXT,
            email TEXT,
            written_at INTEGER,
            state TEXT CHECK (state IN ('WAITING', 'ACCEPTED', 'REJECTED', 'RESIGNED', 'EXPELLED')),
            why TEXT,
            decided_at INTEGER,
            leaving TEXT CHECK (leaving IN ('RESIGNED', 'EXPELLED')),
            leave_reason TEXT,
            CHECK ((state IS NULL) = (written_at IS NULL))
          ) STRICT;
          CREATE INDEX application_of_park ON application (park, written_at);
          CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
          ) STRICT;
          CREATE TABLE park (
            park INTEGER PRIMARY KEY,
            time INTEGER NOT NULL,
            sitting INTEGER NOT NULL,
            last_sale INTEGER NOT NULL,
            batches INTEGER NOT NULL,
            second INTEGER NOT NULL,
            reports INTEGER NOT NULL,
            date TEXT
          ) STRICT;
          CREATE TABLE cart (
            park INTEGER NOT NULL,
            plate TEXT NOT NULL,
            mark TEXT NOT NULL,
            at INTEGER NOT NULL,
            heard_at INTEGER NOT NULL,
            excused_millis INTEGER NOT NULL,
            position INTEGER,
            is_there INTEGER NOT NULL,
            stock INTEGER NOT NULL CHECK (stock >= 0),
            odd_at INTEGER NOT NULL,
            PRIMARY KEY (park, plate)
          ) STRICT;
          CREATE TABLE need (
            number INTEGER NOT NULL,
            park INTEGER NOT NULL,
            plate TEXT NOT NULL,
            pieces INTEGER NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (park, plate)
          ) STRICT;
          CREATE TABLE delivery (
            number INTEGER NOT NULL,
            park INTEGER NOT NULL,
            batch INTEGER NOT NULL,
            plate TEXT NOT NULL,
            pieces INTEGER NOT NULL,
            ordered_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            delivered_at INTEGER,
            PRIMARY KEY (park, batch, plate)
          ) STRICT;
          CREATE TABLE sighting (
            park INTEGER NOT NULL,
            number INTEGER NOT NULL,
            position INTEGER NOT NULL,
            count INTEGER NOT NULL,
            first_at INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            PRIMARY KEY (park, number)
          ) STRICT;
          CREATE TABLE tally (
            park INTEGER NOT NULL,
            date TEXT NOT NULL,
            plate TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('CLIENT', 'LATE')),
            name TEXT NOT NULL,
            sales INTEGER NOT NULL CHECK (sales > 0),
            sold INTEGER NOT NULL CHECK (sold >= sales),
            PRIMARY KEY (park, date, plate, kind, name)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE day (
            park INTEGER NOT NULL,
            date TEXT NOT NULL,
            is_filed INTEGER NOT NULL CHECK (is_filed IN (0, 1)),
            PRIMARY KEY (park, date)
          ) STRICT;
          CREATE TABLE news (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            park INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            plate TEXT,
            detail TEXT NOT NULL
          ) STRICT;
          CREATE INDEX news_of_park ON news (park, id);
          """,
          "ALTER TABLE park ADD COLUMN zone TEXT;");

  private GuildFile() {}

  /** A connection to the file in this folder, which is made if it is not there. */
  public static Sql open(Path data) throws DatabaseException {
    return Sql.open(data.resolve(NAME), MIGRATIONS);
  }
}
