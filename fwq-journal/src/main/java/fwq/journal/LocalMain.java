package fwq.journal;

import fwq.journal.client.CountMain;
import fwq.journal.head.HeadMain;
import fwq.journal.node.NodeMain;
import fwq.kit.kafka.ServerArguments;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program {@code fwq journal local}: a whole journal in one JVM, for a park on one machine. */
@Command(
    name = "fwq journal local",
    description = "A head, some nodes and a turnstile on this machine, in one program.")
public final class LocalMain implements Program.Body {
  private static final int NODES_MAX = 61;

  @Mixin private ServerArguments arguments;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "how many nodes, 1 to 61 (default: ${DEFAULT-VALUE})")
  private int nodes;

  @Option(names = "--no-count", description = "without a turnstile")
  private boolean noCount;

  @Mixin private CommonOptions options;

  /** The program as it is. */
  public LocalMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new LocalMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    if (nodes < 1 || nodes > NODES_MAX) {
      throw new Failure("there are 1 to " + NODES_MAX + " nodes, such as 3, got " + nodes);
    }
    List<CompletableFuture<Integer>> running = new ArrayList<>();
    running.add(start(stop, new HeadMain(), broker(arguments.port().number())));
    IntStream.rangeClosed(1, nodes)
        .forEach(
            i ->
                running.add(
                    start(
                        stop,
                        new NodeMain(),
                        Stream.concat(
                            broker(arguments.port().number() + i),
                            Stream.of("--name", "node-" + i)))));
    if (!noCount) {
      running.add(
          start(
              stop,
              new CountMain(),
              Stream.of(
                  arguments.bind().orElse("127.0.0.1"),
                  Integer.toString(arguments.port().number()))));
    }
    for (CompletableFuture<Integer> one : running) {
      if (one.join() != Program.OK) {
        throw new Failure("a part of the journal has ended, and so all of it does");
      }
    }
  }

  private Stream<String> broker(int its) {
    return Stream.concat(
        Stream.of(
            Integer.toString(its),
            arguments.broker().host(),
            Integer.toString(arguments.broker().port())),
        arguments.bind().stream().flatMap(it -> Stream.of("--bind", it)));
  }

  private CompletableFuture<Integer> start(Stop stop, Program.Body body, Stream<String> arguments) {
    String[] all =
        Stream.concat(
                arguments, Stream.concat(Stream.of("--data", options.data().toString()), kafka()))
            .toArray(String[]::new);
    CompletableFuture<Integer> code = new CompletableFuture<>();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Thread.ofPlatform()
        .name(body.getClass().getSimpleName())
        .start(
            () -> {
              int its = Program.run(body, stop, out, err, all);
              // One that ends by itself ends all: a journal without a node would only look like
              // one.
              stop.request();
              code.complete(its);
            });
    return code;
  }

  private Stream<String> kafka() {
    return options.kafkaConfig().stream().flatMap(it -> Stream.of("--kafka-config", it.toString()));
  }
}
