package fwq.common.talk.journal;

/** Why a head or a node does not carry a request out, beside what any server may say. */
public enum JournalError {
  /** Kafka has not confirmed the record for 3 s: it is not known to be kept. */
  BROKER_AWAY,
  /** The signature is wrong, or is that of the append secret where the journal's is needed. */
  NOT_ALLOWED,
  /** The request was signed too long ago, or the clocks of both machines differ. */
  STALE
}
