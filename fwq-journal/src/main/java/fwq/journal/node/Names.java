package fwq.journal.node;

import fwq.common.talk.journal.NodeName;
import fwq.journal.topic.NodeGroup;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;

/** A node's name is its own: there is never a second of that name in the group. */
final class Names {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final long NANOS_A_MILLI = 1_000_000;

  private final Admin admin;
  private final NodeName name;
  private final Namesake before;
  private final Namesake beside;

  /** Names in the group that this client looks at. */
  Names(Admin admin, NodeName name, Duration session) {
    this.admin = admin;
    this.name = name;
    this.before = new Namesake(session);
    this.beside = new Namesake(session);
  }

  /**
   * Waits until nobody of our name is a member. One that was killed is for a while.
   *
   * @throws Failure when there is one that lives
   */
  void await(Stop stop) throws Failure, InterruptedException {
    while (!stop.requested()) {
      NodeGroup.Look look = NodeGroup.look(admin);
      List<String> others = memberIds(look, _ -> true);
      if (others.isEmpty()) {
        return;
      }
      refuse(before.lives(others, look.isStable(), now()));
      stop.await(PAUSE);
    }
  }

  /**
   * Of two living ones who joined under one name at once, the one with the greater member id goes.
   *
   * @param memberId what Kafka calls us
   */
  void check(NodeGroup.Look look, String memberId) throws Failure {
    List<String> others = memberIds(look, id -> memberId.compareTo(id) > 0);
    refuse(beside.lives(others, look.isStable(), now()));
  }

  private List<String> memberIds(NodeGroup.Look look, Predicate<String> which) {
    return look.members().stream()
        .filter(it -> it.name().equals(name))
        .map(NodeGroup.Member::memberId)
        .filter(which)
        .toList();
  }

  private void refuse(boolean isTaken) throws Failure {
    if (isTaken) {
      throw new Failure(
          "a node named "
              + name
              + " is available already, and each needs a name of its own: give another with --name,"
              + " such as "
              + name
              + "-2, or stop that one first");
    }
  }

  private static long now() {
    return System.nanoTime() / NANOS_A_MILLI;
  }
}
