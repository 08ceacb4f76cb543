package fwq.guild.rules;

/** Tells whose key a record is signed with. */
@FunctionalInterface
public interface Signature {
  /** Whether the member whose application has this mark has signed it. */
  boolean isBy(String mark);
}
