package fwq.journal.desk;

import fwq.common.talk.journal.JournalReply;
import java.util.UUID;

/**
 * The one answer to an append.
 *
 * @param ticket which append
 * @param key its record
 */
public record Answer(long ticket, UUID key, JournalReply reply) {}
