/**
 * {@code fwq backup} and {@code fwq restore}: all that a park has in its folder, but for the
 * broker's log, while it runs.
 *
 * <p>{@link fwq.park.backup.DataFiles} says what is in a folder and of which kind; it knows no
 * program. {@link fwq.park.backup.Backup} copies it: a database as SQLite sees it at one moment,
 * anything else byte for byte; and writes down what each copy's digest is ({@link
 * fwq.park.backup.Digests}). {@link fwq.park.backup.Restoring} puts a backup whose digests are
 * right where nothing is.
 */
package fwq.park.backup;
