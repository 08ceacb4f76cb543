package fwq.guild.rules;

/** What became of a record. */
public enum Verdict {
  /** It counts. */
  COUNTED,
  /** No member of this park has this plate. */
  STRANGER,
  /** Not signed with the member's key. */
  FORGED,
  /** Not newer than what the cart has said already. */
  REPLAYED,
  /** The cart's clock is more than a minute ahead. */
  AHEAD,
  /** More than the park takes. */
  TOO_MANY,
  /** Known already, or of nobody who is known. */
  KNOWN
}
