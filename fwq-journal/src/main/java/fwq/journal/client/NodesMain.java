package fwq.journal.client;

import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeAddress;
import fwq.common.talk.journal.NodeState;
import fwq.journal.options.Secrets;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program {@code fwq journal nodes}. */
@Command(
    name = "fwq journal nodes",
    description = "Lists the data nodes: which are available, and what each has.")
public final class NodesMain implements Program.Body {
  @Mixin private HeadOptions headOptions;
  @Mixin private Secrets.Journal secret;
  @Mixin private CommonOptions options;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  /** The program as it is. */
  public NodesMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new NodesMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    try (Asking head = new Asking(headOptions.head(), secret.key(options.data()))) {
      JournalReply.NodeList nodes =
          head.ask(new JournalRequest.ListNodes(), JournalReply.NodeList.class);
      if (nodes.nodes().stream().noneMatch(NodeState::available)) {
        out.println("no data nodes");
      }
      for (NodeState node : nodes.nodes()) {
        out.println(line(node));
      }
    }
  }

  private static String line(NodeState node) {
    String share = node.partitions() == 0 ? "spare" : node.partitions() + " partitions";
    return String.format(
        Locale.ROOT,
        "%-16s %-24s %-14s %d records, %d MiB free",
        node.name(),
        node.available() ? "available, " + share : "not available, dropped",
        node.address().map(NodeAddress::toString).orElse("address not known"),
        node.records(),
        node.freeBytes() >> 20);
  }
}
