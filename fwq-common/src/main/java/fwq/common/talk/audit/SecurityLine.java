package fwq.common.talk.audit;

/**
 * What the registry has changed, as a line of its database, written with the change itself: both
 * are there, or neither.
 *
 * @param seq rises by one with each
 * @param at epoch milliseconds
 * @param alias whose account
 * @param what was done, such as {@code password}
 * @param address where from; empty for the registry's own machine
 */
public record SecurityLine(long seq, long at, String alias, String what, String address) {
  /** Where they are, in {@code visitors.db}. */
  public static final String MIGRATION =
      """
      CREATE TABLE security (
        seq INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        alias TEXT NOT NULL,
        what TEXT NOT NULL,
        address TEXT NOT NULL,
        link BLOB NOT NULL              -- of this line and the one before
      ) STRICT;
      CREATE TABLE security_ends (
        only INTEGER PRIMARY KEY CHECK (only = 0),
        before INTEGER NOT NULL,        -- the newest that was taken out for its age
        link_before BLOB NOT NULL,
        last INTEGER NOT NULL,
        signature BLOB NOT NULL
      ) STRICT;
      """;

  /** What is signed of it. */
  public String text() {
    // None of the fields has a line's end in it.
    return seq + "\n" + at + "\n" + alias + "\n" + what + "\n" + address;
  }
}
