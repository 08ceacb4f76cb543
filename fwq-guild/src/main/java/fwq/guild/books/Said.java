package fwq.guild.books;

import fwq.common.park.Position;
import fwq.common.talk.guild.CartWord;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Tick;
import java.time.ZoneId;
import java.util.Optional;

/** What a record says. */
sealed interface Said {
  /**
   * The guild's own among the carts'; some other program's where it carries no tick.
   *
   * @param zone the park's, if the guild has signed it
   */
  record Empty(Optional<Tick> tick, Optional<ZoneId> zone) implements Said {}

  /**
   * A cart's.
   *
   * @param value the bytes that are signed
   * @param signature or null
   * @param signedBy the mark of the member whose key it is known to be signed with, or null
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Word(CartWord word, byte[] value, byte[] signature, String signedBy) implements Said {}

  /** The guild's about members; its signature has been checked. */
  record Member(MemberWord word) implements Said {}

  /** Anybody's. */
  record Seen(Position position) implements Said {}

  /**
   * It cannot be used.
   *
   * @param why in half a sentence
   */
  record Unusable(String why) implements Said {}
}
