package fwq.guild.books;

import fwq.common.park.Plate;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.guild.rules.Application;
import fwq.guild.rules.Terms;
import fwq.kit.program.BoundedMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys of a park's members as they were a moment ago: nearly all signatures are checked with
 * these on every core, before it is their records' turn. Whose key counts then is decided then. One
 * thread replaces them, any may look.
 */
final class MemberKeys {
  /** As many as a park has members, and some who were. */
  private static final int KEYS_MAX = 2 * Terms.QUOTA_MAX;

  private final int park;
  private final SharedSecret secret;
  private final Map<String, GuildKey> byMark = BoundedMap.byUse(KEYS_MAX);
  private volatile Map<Plate, Member> byPlate = Map.of();

  private record Member(String mark, GuildKey key) {}

  MemberKeys(int park, SharedSecret secret) {
    this.park = park;
    this.secret = secret;
  }

  /** Takes these members for the present ones. */
  void members(Map<Plate, Application> members) {
    Map<Plate, Member> before = byPlate;
    boolean isSame =
        before.size() == members.size()
            && members.entrySet().stream()
                .allMatch(
                    it -> {
                      Member known = before.get(it.getKey());
                      return known != null && known.mark.equals(it.getValue().join().mark());
                    });
    if (!isSame) {
      Map<Plate, Member> now = new HashMap<>();
      members.forEach(
          (plate, it) ->
              now.put(
                  plate,
                  new Member(it.join().mark(), GuildKey.ofMember(secret, it.join().mark()))));
      byPlate = Map.copyOf(now);
    }
  }

  /** The mark of the member with this plate, if that one has signed these bytes; otherwise null. */
  String signer(Plate plate, byte[] value, byte[] signature) {
    Member member = byPlate.get(plate);
    return member != null && member.key.verify(park, value, signature) ? member.mark : null;
  }

  /** Whether the member with this mark has signed these bytes. For the thread that decides. */
  boolean isBy(String mark, byte[] value, byte[] signature) {
    return byMark
        .computeIfAbsent(mark, it -> GuildKey.ofMember(secret, it))
        .verify(park, value, signature);
  }
}
