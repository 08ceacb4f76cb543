package fwq.trials.bench.journal;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.journal.JournalCodec;
import fwq.common.talk.journal.JournalEntry;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.common.talk.journal.NodeState;
import fwq.common.talk.journal.Signed;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A head and nodes, each a process, and clients of theirs. */
final class OpenJournal implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final KafkaClients kafka;
  private final HostPort head;
  private final JournalKey journal;
  private final JournalKey append;
  private final List<Process> nodes = new ArrayList<>();
  private final Process headProcess;

  OpenJournal(Workbench bench, KafkaClients kafka, int nodeCount, String session) throws Exception {
    Path data = bench.scratch().resolve("journal-" + UUID.randomUUID());
    this.kafka = kafka;
    journal = key(data, "journal.secret");
    append = key(data, "append.secret");
    head = new HostPort("127.0.0.1", FreePort.find());
    String host = kafka.broker().host();
    String port = Integer.toString(kafka.broker().port());
    headProcess = bench.start("journal head", data, Integer.toString(head.port()), host, port);
    for (int i = 0; i < nodeCount; i++) {
      nodes.add(
          bench.start(
              "journal node",
              data,
              Integer.toString(FreePort.find()),
              host,
              port,
              "--name",
              "node-" + i,
              "--session",
              session));
    }
    awaitNodes(nodeCount);
  }

  private static JournalKey key(Path data, String file) throws IOException {
    return new JournalKey(SharedSecret.loadOrCreate(data.resolve(file), new SecureRandom()));
  }

  /** Clients of its broker. */
  KafkaClients kafka() {
    return kafka;
  }

  private void awaitNodes(int count) throws Exception {
    Patience patience = new Patience();
    while (available() < count) {
      patience.check("not all nodes share the partitions");
    }
  }

  private long available() throws Exception {
    try (FrameClient client = connect()) {
      return ask(client, journal, new JournalRequest.ListNodes())
              instanceof JournalReply.NodeList list
          ? list.nodes().stream()
              .filter(NodeState::available)
              .filter(it -> it.partitions() > 0)
              .count()
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  FrameClient connect() throws IOException {
    return FrameClient.connect(head, TIMEOUT);
  }

  /** Appends one record, and says it again until it has its receipt. */
  void append(FrameClient client, JournalEntry entry) throws Exception {
    JournalRequest request = new JournalRequest.Append(UUID.randomUUID(), entry);
    Patience patience = new Patience();
    JournalReply reply = ask(client, append, request);
    while (!(reply instanceof JournalReply.Stored)) {
      patience.check("a record is not stored: " + reply);
      reply = ask(client, append, request);
    }
  }

  private static JournalReply ask(FrameClient client, JournalKey key, JournalRequest request)
      throws IOException, BadMessageException {
    return JournalCodec.readReply(
        client.call(JournalCodec.write(Signed.by(key, request, System.currentTimeMillis()))));
  }

  /** Kills a node. */
  void kill() {
    nodes.getFirst().destroyForcibly();
  }

  @Override
  public void close() {
    nodes.forEach(Process::destroyForcibly);
    headProcess.destroyForcibly();
    nodes.forEach(node -> node.onExit().join());
    headProcess.onExit().join();
  }
}
