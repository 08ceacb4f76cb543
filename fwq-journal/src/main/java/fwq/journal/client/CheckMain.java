package fwq.journal.client;

import fwq.common.talk.journal.CheckResult;
import fwq.common.talk.journal.JournalPartitions;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.NodeState;
import fwq.journal.options.Secrets;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program {@code fwq journal check}. */
@Command(
    name = "fwq journal check",
    description =
        "Holds Kafka, the receipts and the nodes against one another: is anything missing, stored"
            + " twice or changed? Ends with 1 if so.")
public final class CheckMain implements Program.Body {
  @Mixin private HeadOptions headOptions;
  @Mixin private Secrets.Journal secret;
  @Mixin private CommonOptions options;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  /** The program as it is. */
  public CheckMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new CheckMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    CheckResult result = CheckResult.NONE;
    try (Asking head = new Asking(headOptions.head(), secret.key(options.data()))) {
      for (int i = 0; i < JournalPartitions.COUNT && !stop.requested(); i++) {
        result =
            result.plus(
                head.ask(new JournalRequest.CheckPartition(i), JournalReply.PartitionChecked.class)
                    .result());
      }
      List<NodeName> nodes =
          head.ask(new JournalRequest.ListNodes(), JournalReply.NodeList.class).nodes().stream()
              .filter(NodeState::available)
              .map(NodeState::name)
              .toList();
      for (NodeName node : nodes) {
        long from = 1;
        while (from > 0 && !stop.requested()) {
          JournalReply.ChainChecked part =
              head.ask(new JournalRequest.CheckChain(node, from), JournalReply.ChainChecked.class);
          result = result.plus(part.result());
          from = part.next();
        }
      }
    }
    if (stop.requested()) {
      throw new Failure("the end came before all was checked");
    }
    print(result);
    if (!result.wrong().isNone()) {
      throw new Failure("the journal is not as it should be");
    }
  }

  private void print(CheckResult result) {
    CheckResult.Counts counts = result.counts();
    out.println(counts.records() + " records, " + counts.links() + " rows' chains followed");
    out.println(
        counts.saidAgain()
            + " said again, "
            + counts.unreadable()
            + " unreadable, "
            + counts.waiting()
            + " waiting, "
            + counts.awayOnly()
            + " only on nodes that are not available, "
            + counts.oneCopy()
            + " with one copy and past Kafka's retention");
    result.examples().forEach(out::println);
    out.println(
        result.wrong().missing()
            + " missing, "
            + result.wrong().repeated()
            + " repeated, "
            + result.wrong().changed()
            + " changed");
  }
}
