/**
 * What is said about the journal, and how it is written.
 *
 * <p>A client appends a {@link fwq.common.talk.journal.JournalEntry} under a key of its own; the
 * head signs it ({@link fwq.common.talk.journal.EntryCodec}) and writes it to the partition of the
 * topic {@code Journal} that the key belongs to ({@link
 * fwq.common.talk.journal.JournalPartitions}); a node stores it and says so on {@code Stored}
 * ({@link fwq.common.talk.journal.StoredCodec}); the head answers {@code stored} with the {@link
 * fwq.common.talk.journal.RecordId} and the node's name ({@link
 * fwq.common.talk.journal.JournalCodec}). What heads ask nodes is in {@link
 * fwq.common.talk.journal.NodeCodec}. Requests are signed as {@link fwq.common.talk.journal.Signed}
 * says.
 */
package fwq.common.talk.journal;
