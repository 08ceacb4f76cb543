package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.Signed;
import fwq.journal.head.HeadMain;
import fwq.journal.node.NodeMain;
import fwq.kit.frame.FrameClient;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A head and nodes as threads of this JVM, and a client of theirs. */
final class JournalInProcess implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Stop pause = new Stop();
  private final HostPort broker;
  private final Path data;
  private final int headPort;
  private final JournalKey key;
  private final Map<String, Running> running = new HashMap<>();

  /** A program in a thread. */
  private record Running(Stop stop, CompletableFuture<Integer> code) {}

  JournalInProcess(HostPort broker, Path data) throws IOException {
    this.broker = broker;
    this.data = data;
    this.headPort = FreePort.find();
    this.key =
        new JournalKey(
            SharedSecret.loadOrCreate(data.resolve("journal.secret"), new SecureRandom()));
  }

  void startHead() {
    start(
        "head",
        new HeadMain(),
        List.of(Integer.toString(headPort), broker.host(), Integer.toString(broker.port())));
  }

  /** A node with a short session, so that its end is noticed soon. */
  void startNode(String name, Runnable afterStored) throws IOException {
    start(
        name,
        new NodeMain(afterStored),
        List.of(
            Integer.toString(FreePort.find()),
            broker.host(),
            Integer.toString(broker.port()),
            "--name",
            name,
            "--session",
            "1500ms"));
  }

  private void start(String name, Program.Body body, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--data", data.toString()));
    Stop stop = new Stop();
    CompletableFuture<Integer> code = new CompletableFuture<>();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> code.complete(Program.run(body, stop, out, out, all.toArray(String[]::new))));
    running.put(name, new Running(stop, code));
  }

  /** Ends a program as a signal does, and gives its exit code. */
  int stop(String name) {
    Running its = running.remove(name);
    its.stop().request();
    return its.code().join();
  }

  /** Waits for a program to end by itself, and gives its exit code. */
  int awaitEnd(String name) throws Exception {
    return running.remove(name).code().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  JournalReply ask(JournalRequest request) throws Exception {
    try (FrameClient client =
        FrameClient.connect(new HostPort("127.0.0.1", headPort), Duration.ofSeconds(60))) {
      return JournalCodec.readReply(
          client.call(JournalCodec.write(Signed.by(key, request, System.currentTimeMillis()))));
    }
  }

  /** Asks until the answer is as wanted. */
  JournalReply await(JournalRequest request, Predicate<JournalReply> wanted) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    String last = "nothing";
    while (true) {
      assertTrue(System.nanoTime() < deadline, "the last answer was " + last);
      try {
        JournalReply reply = ask(request);
        if (wanted.test(reply)) {
          return reply;
        }
        last = reply.toString();
      } catch (IOException e) {
        last = e.getMessage();
      }
      var _ = pause.await(PAUSE);
    }
  }

  @Override
  public void close() {
    running.values().forEach(it -> it.stop().request());
    running.values().forEach(it -> it.code().join());
  }
}
