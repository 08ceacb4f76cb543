package fwq.journal.node;

import fwq.common.talk.journal.NodeName;
import fwq.journal.topic.NodeGroup;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** A node's name is its own: there is never a second of that name in the group. */
final class Names {
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** After its session, a member that has died is still there for a while on a busy broker. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Names() {}

  /**
   * Waits until nobody of this name is a member. One that was killed is for the length of its
   * session; one that lives is longer.
   */
  static void await(Admin admin, NodeName name, Duration session, Stop stop)
      throws Failure, InterruptedException {
    long deadline = System.nanoTime() + session.plus(GRACE).toNanos();
    while (isMember(admin, name) && !stop.requested()) {
      if (System.nanoTime() - deadline > 0) {
        throw taken(name);
      }
      stop.await(PAUSE);
    }
  }

  private static boolean isMember(Admin admin, NodeName name) throws InterruptedException {
    return NodeGroup.members(admin).stream().anyMatch(it -> it.name().equals(name));
  }

  static Failure taken(NodeName name) {
    return new Failure(
        "a node named "
            + name
            + " is available already, and each needs a name of its own: give another with --name,"
            + " such as "
            + name
            + "-2, or stop that one first");
  }
}
