package fwq.common.talk.guild;

/** How an application stands. */
public enum Membership {
  /** A sitting has yet to decide. */
  WAITING,
  /** A member. */
  ACCEPTED,
  /** Not let in; {@link Rejection} says why. */
  REJECTED,
  /** Was a member, and left. */
  RESIGNED,
  /** Was a member, and was sent away. */
  EXPELLED
}
