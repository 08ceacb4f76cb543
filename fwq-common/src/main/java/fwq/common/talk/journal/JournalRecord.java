package fwq.common.talk.journal;

import java.util.UUID;

/**
 * What the journal has of one thing that was given to it.
 *
 * @param place its id, and when Kafka took it
 * @param key the client's, said once or often
 */
public record JournalRecord(LogPlace place, UUID key, JournalEntry entry) {}
