package fwq.common.talk.journal;

import java.util.UUID;

/**
 * That a record is on a node's disk.
 *
 * @param key the client's
 * @param id that under which the record is read: of a key said again, its first
 */
public record Receipt(UUID key, RecordId id) {}
