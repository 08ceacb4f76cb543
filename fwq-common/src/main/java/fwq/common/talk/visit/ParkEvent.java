package fwq.common.talk.visit;

/** What is said on the topic {@code Visitor}: by a guest, or by the registry about one. */
public sealed interface ParkEvent permits VisitorEvent, Ended {
  /** Whom it is about. */
  String alias();
}
