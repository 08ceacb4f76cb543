package fwq.common.talk.visit;

/**
 * What is said on the topic {@code Visitor}: by a guest, by the registry about one, or by an
 * operator.
 */
public sealed interface ParkEvent permits VisitorEvent, Ended, Operate {
  /** Whom it is about, or who says it. */
  String alias();
}
