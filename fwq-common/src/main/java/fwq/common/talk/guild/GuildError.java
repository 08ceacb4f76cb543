package fwq.common.talk.guild;

/** Why the guild does not carry a request out, beside the reasons that every server has. */
public enum GuildError {
  /** There is no such application. */
  UNKNOWN_APPLICATION,
  /** No member of this park has this plate. */
  NOT_A_MEMBER,
  /** Not signed with the key that this takes. */
  WRONG_SIGNATURE,
  /** This plate or person belongs to another park's guild. */
  OTHER_PARK,
  /** The guild cannot read the carts' records just now, and tells nothing old as new. */
  NOT_CURRENT
}
