package fwq.common.talk.journal;

import java.util.List;

/** A request that is signed. */
public sealed interface Signable permits JournalRequest, NodeRequest {
  /** Its type and its fields, in order; what may hold any text is last. */
  List<Object> signed();
}
