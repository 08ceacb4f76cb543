package fwq.common.talk.journal;

/** Why a record that Kafka keeps is not stored yet. */
public enum WaitReason {
  /** No node is available; it is stored when one returns. */
  NO_NODES,
  /** A node is there, but has not stored it for 10 s. */
  SLOW
}
