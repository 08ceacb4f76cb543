package fwq.journal.client;

import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeName;
import fwq.common.talk.journal.RecordLines;
import fwq.common.talk.journal.RecordName;
import fwq.journal.options.Secrets;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The program {@code fwq journal where}. */
@Command(name = "fwq journal where", description = "Says which nodes have a record, and prints it.")
public final class WhereMain implements Program.Body {
  @Mixin private HeadOptions headOptions;

  @Parameters(
      index = "2",
      paramLabel = "<record>",
      converter = Name.class,
      description = "its id, as a receipt has it, or its key")
  private RecordName record;

  @Mixin private Secrets.Journal secret;
  @Mixin private CommonOptions options;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  /** The program as it is. */
  public WhereMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new WhereMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    try (Asking head = new Asking(headOptions.head(), secret.key(options.data()))) {
      JournalReply.Found found =
          head.ask(new JournalRequest.Where(record), JournalReply.Found.class);
      if (found.record().isEmpty() && found.away().isEmpty()) {
        throw new Failure("no node has " + record + ", and Kafka has not either");
      }
      found.record().map(RecordLines::line).ifPresent(out::println);
      tell("on ", found.nodes());
      tell("not available now: on ", found.away());
      if (found.nodes().isEmpty() && found.record().isPresent()) {
        out.println("read from Kafka");
      }
    }
  }

  private void tell(String how, List<NodeName> nodes) {
    if (!nodes.isEmpty()) {
      out.println(how + nodes.stream().map(NodeName::text).collect(Collectors.joining(", ")));
    }
  }

  /** Reads a record's name, or says in a sentence what that is. */
  static final class Name implements ITypeConverter<RecordName> {
    Name() {}

    @Override
    public RecordName convert(String text) {
      try {
        return RecordName.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage() + ", got '" + text + "'");
      }
    }
  }
}
