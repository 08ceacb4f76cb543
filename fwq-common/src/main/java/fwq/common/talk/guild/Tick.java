package fwq.common.talk.guild;

import java.util.OptionalLong;

/**
 * The guild's word among the carts' that time passes, and that it is there.
 *
 * @param guild which run of a guild says so: random, 32 hexadecimal digits
 * @param since the offset of its first tick in this partition; absent in that first one
 */
public record Tick(String guild, OptionalLong since) {
  public Tick {
    Ids.check("guild", guild);
    if (since.isPresent() && since.getAsLong() < 0) {
      throw new IllegalArgumentException("since is an offset, got " + since.getAsLong());
    }
  }
}
