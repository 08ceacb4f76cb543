package fwq.common.talk.guild;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The guild's word among the carts' that time passes, and that it is there.
 *
 * @param guild which run of a guild says so: random, 32 hexadecimal digits
 * @param since the offset of its first tick in this partition; absent in that first one
 * @param zone the park's, as the guild read it in the park's frames; counts if the guild signed it
 */
public record Tick(String guild, OptionalLong since, Optional<ZoneId> zone) {
  public Tick {
    Ids.check("guild", guild);
    Objects.requireNonNull(zone, "zone");
    if (since.isPresent() && since.getAsLong() < 0) {
      throw new IllegalArgumentException("since is an offset, got " + since.getAsLong());
    }
  }
}
