package fwq.journal;

import fwq.journal.client.CheckMain;
import fwq.journal.client.CountMain;
import fwq.journal.client.NodesMain;
import fwq.journal.client.ReadMain;
import fwq.journal.client.WhereMain;
import fwq.journal.client.WriteMain;
import fwq.journal.head.HeadMain;
import fwq.journal.node.NodeMain;
import fwq.kit.program.Program;
import java.util.Arrays;

/** The program {@code fwq journal}: its first argument says which of its programs is meant. */
public final class JournalMain {
  private static final String USAGE =
      """
      usage: fwq journal COMMAND ...
        head <port> <broker-ip> <broker-port>               takes records and answers with receipts
        node <port> <broker-ip> <broker-port> --name NAME   keeps its share of them on disk
        count <head-ip> <head-port>                         a turnstile: a number every 3 s
        write <head-ip> <head-port>                         gives it each line that comes in
        read <head-ip> <head-port>                          prints records by time
        where <head-ip> <head-port> <record>                says which nodes have a record
        nodes <head-ip> <head-port>                         lists the nodes
        check <head-ip> <head-port>                         is anything missing, repeated, changed?
      fwq journal COMMAND --help says more\
      """;

  private JournalMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    String command = args.length == 0 ? "" : args[0];
    String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    switch (command) {
      case "head" -> Program.main(new HeadMain(), rest);
      case "node" -> Program.main(new NodeMain(), rest);
      case "count" -> Program.main(new CountMain(), rest);
      case "write" -> Program.main(new WriteMain(), rest);
      case "read" -> Program.main(new ReadMain(), rest);
      case "where" -> Program.main(new WhereMain(), rest);
      case "nodes" -> Program.main(new NodesMain(), rest);
      case "check" -> Program.main(new CheckMain(), rest);
      case "--help", "-h" -> {
        System.out.println(USAGE);
        System.exit(Program.OK);
      }
      default -> {
        System.err.println(USAGE);
        System.exit(Program.BAD_USAGE);
      }
    }
  }
}
