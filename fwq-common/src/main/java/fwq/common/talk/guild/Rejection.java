package fwq.common.talk.guild;

/** Why an application was not accepted. */
public enum Rejection {
  /** The park has as many carts as it may; who applies again may be luckier. */
  QUOTA_FULL,
  /** A member's cart has this plate. */
  PLATE_TAKEN,
  /** This person has a cart already. */
  PERSON_TAKEN,
  /** This plate or this person was expelled. */
  EXPELLED,
  /** A premium application of the same person and plate took its place. */
  MADE_PREMIUM
}
