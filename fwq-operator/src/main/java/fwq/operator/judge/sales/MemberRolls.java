package fwq.operator.judge.sales;

import fwq.common.park.Plate;
import fwq.common.talk.guild.MemberWord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Who is a member, by the topic {@code Members}: whoever applies as premium is decided at once, all
 * others when the next sitting is held, in their order. For one thread.
 */
final class MemberRolls {
  private final int quota;
  private final Queue<Written> premium = new ArrayDeque<>();
  private final Queue<Written> ordinary = new ArrayDeque<>();
  private final Deque<MemberWord.Join> waiting = new ArrayDeque<>();
  private final Map<Plate, MemberWord.Join> members = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  // Plates and persons; a person is 32 digits, so none is taken for the other.
  private final Set<String> expelled = new HashSet<>();

  /** What was written, and when: epoch milliseconds by the broker's clock. */
  private record Written(long time, MemberWord word) {}

  MemberRolls(int quota) {
    this.quota = quota;
  }

  /** A record of one of the two partitions. It counts when time has passed it. */
  void add(boolean isPremium, long time, MemberWord word) {
    (isPremium ? premium : ordinary).add(new Written(time, word));
  }

  /** All that was written before this moment counts now. */
  void pass(long before) {
    for (Queue<Written> next = first(); next != null && next.element().time() < before; ) {
      apply(next.remove().word());
      next = first();
    }
  }

  /** The partition with the older record; premium where they are of one millisecond. */
  private Queue<Written> first() {
    if (premium.isEmpty() || ordinary.isEmpty()) {
      return premium.isEmpty() ? (ordinary.isEmpty() ? null : ordinary) : premium;
    }
    return ordinary.element().time() < premium.element().time() ? ordinary : premium;
  }

  private void apply(MemberWord word) {
    switch (word) {
      case MemberWord.Join join -> join(join);
      case MemberWord.Leave leave -> leave(leave);
    }
  }

  private void join(MemberWord.Join join) {
    if (!known.add(join.mark())) {
      return;
    }
    if (join.premium()) {
      decide(join);
    } else {
      waiting.add(join);
    }
  }

  /** A sitting is held. */
  void sit() {
    while (!waiting.isEmpty()) {
      decide(waiting.remove());
    }
  }

  private void decide(MemberWord.Join join) {
    boolean isWelcome =
        !expelled.contains(join.plate().text())
            && !expelled.contains(join.person())
            && !members.containsKey(join.plate())
            && members.values().stream().noneMatch(it -> it.person().equals(join.person()))
            && members.size() < quota;
    if (isWelcome) {
      members.put(join.plate(), join);
      // Who made the same application premium waits no more with the ordinary one.
      waiting.removeIf(
          it ->
              join.premium()
                  && it.plate().equals(join.plate())
                  && it.person().equals(join.person()));
    }
  }

  private void leave(MemberWord.Leave leave) {
    MemberWord.Join member = members.get(leave.plate());
    if (member != null && member.mark().equals(leave.mark())) {
      members.remove(leave.plate());
      if (leave.expelled()) {
        expelled.add(member.plate().text());
        expelled.add(member.person());
      }
    }
  }

  /** The mark of the member with this plate. */
  Optional<String> mark(Plate plate) {
    return Optional.ofNullable(members.get(plate)).map(MemberWord.Join::mark);
  }

  int count() {
    return members.size();
  }
}
