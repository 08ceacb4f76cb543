package fwq.journal.filing;

import fwq.common.talk.journal.RecordId;
import java.util.UUID;

/** An offset at which a key is said again: it is not read, whether or not it has a row. */
public record Repeat(RecordId id, UUID key) {}
