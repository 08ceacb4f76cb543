package fwq.trials.bench;

import fwq.common.programs.Installation;
import fwq.common.programs.Topics;
import fwq.kit.file.ScratchFolder;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What those who measure need: one broker for all of them, each time as if new, and programs as
 * people run them. Leaves nothing behind.
 */
public final class Workbench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WRITE_MILLIS_MAX = 120_000;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path home;
  private final boolean quick;
  private final Stop stop;
  private final ScratchFolder scratch = new ScratchFolder("fwq-bench");
  private final List<Process> started = new ArrayList<>();
  private HostPort broker;

  /**
   * A workbench.
   *
   * @param home the project's folder
   * @param quick whether a rough figure is enough
   * @param stop ends what it started, in the midst of a measurement too
   */
  Workbench(Path home, boolean quick, Stop stop) throws IOException {
    this.home = home;
    this.quick = quick;
    this.stop = stop;
  }

  /** Whether a rough figure is enough. */
  public boolean isQuick() {
    return quick;
  }

  /** A load: all of it, or a tenth when a rough figure is enough. */
  public int load(int whole) {
    return quick ? whole / 10 : whole;
  }

  /** The project's folder. */
  public Path home() {
    return home;
  }

  /** Where to keep files until all is done. */
  public Path scratch() {
    return scratch.path();
  }

  /** Requested when the run is to end early. */
  public Stop stop() {
    return stop;
  }

  /** A broker with the park's topics, all of them empty, and without any other topic or group. */
  public KafkaClients kafka() throws IOException, Failure, InterruptedException {
    if (broker == null) {
      broker = new HostPort("127.0.0.1", FreePort.find());
      start("broker", scratch.path(), Integer.toString(broker.port()));
    }
    KafkaClients kafka = new KafkaClients(broker, new Properties());
    // Waits for the broker, too.
    kafka.awaitTopics(stop, 1, Topics.readAll());
    try (Admin admin = kafka.admin(PATIENCE)) {
      empty(admin);
      kafka.awaitTopics(stop, 1, Topics.readAll());
      awaitLeaders(admin);
    } catch (ExecutionException e) {
      throw new Failure("the broker could not be emptied: " + e.getCause().getMessage(), e);
    }
    return kafka;
  }

  /**
   * Waits until the topics can be written to. Before that a broker may refuse a producer's first
   * batch and take its second, and then never takes the first: their numbers are out of order.
   */
  private void awaitLeaders(Admin admin) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        Topics.ALL.stream()
            .collect(
                Collectors.toMap(
                    topic -> new TopicPartition(topic.name(), 0), _ -> OffsetSpec.latest()));
    await(() -> admin.listOffsets(ends).all(), UnknownTopicOrPartitionException.class);
  }

  private void empty(Admin admin) throws ExecutionException, InterruptedException {
    admin.deleteTopics(admin.listTopics().names().get()).all().get();
    Set<String> left = admin.listTopics().names().get();
    while (!left.isEmpty() && !stop.await(PAUSE)) {
      left = admin.listTopics().names().get();
    }
    List<String> groups =
        admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
    // A member that was killed counts until its session is over.
    await(() -> admin.deleteConsumerGroups(groups).all(), GroupNotEmptyException.class);
  }

  /** Asks again and again while the answer is that it is too early. */
  private void await(Supplier<KafkaFuture<?>> question, Class<? extends Exception> tooEarly)
      throws ExecutionException, InterruptedException {
    Patience patience = new Patience();
    while (!stop.await(PAUSE)) {
      try {
        var _ = question.get().get();
        return;
      } catch (ExecutionException e) {
        if (!tooEarly.isInstance(e.getCause())) {
          throw e;
        }
        patience.check("the broker says: " + e.getCause().getMessage());
      }
    }
  }

  /** Writes all of them, in order, as fast as the broker takes them. */
  public static void write(KafkaClients kafka, List<ProducerRecord<String, byte[]>> records) {
    write(kafka, records.stream());
  }

  /** Likewise, without holding all of them at once: what is measured must not share its memory. */
  public static void write(KafkaClients kafka, Stream<ProducerRecord<String, byte[]>> records) {
    Properties patient = new Properties();
    // What is written here is to arrive, on a busy machine too; guests would rather give up.
    patient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WRITE_MILLIS_MAX);
    patient.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, WRITE_MILLIS_MAX / 2);
    patient.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WRITE_MILLIS_MAX);
    AtomicReference<Exception> lost = new AtomicReference<>();
    try (KafkaProducer<String, byte[]> guests =
        new KafkaClients(kafka.broker(), patient).producer(5)) {
      records.forEachOrdered(
          record -> {
            var _ = guests.send(record, (_, failure) -> lost.compareAndSet(null, failure));
          });
    }
    if (lost.get() != null) {
      throw new IllegalStateException("the broker did not take a record", lost.get());
    }
  }

  /**
   * Starts an engine without rides.
   *
   * @param data where its secret is, too
   * @param guests that each park holds
   */
  public Process engine(KafkaClients kafka, Path data, int guests, int parks) throws IOException {
    return start(
        "engine",
        data,
        kafka.broker().host(),
        Integer.toString(kafka.broker().port()),
        Integer.toString(guests),
        "127.0.0.1",
        Integer.toString(FreePort.find()),
        "--parks",
        Integer.toString(parks));
  }

  /**
   * Starts a program as {@code scripts/fwq} does. It ends with this one at the latest.
   *
   * @param data its {@code --data}, where what it says is kept, too
   */
  public Process start(String program, Path data, String... arguments) throws IOException {
    Files.createDirectories(data);
    List<String> all = new ArrayList<>(List.of(arguments));
    String parent = Long.toString(ProcessHandle.current().pid());
    all.addAll(List.of("--data", data.toString(), "--parent", parent));
    String log = String.format(Locale.ROOT, "%s-%d.log", program, started.size());
    Process process =
        new ProcessBuilder(Installation.here().start(program, all))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve(log).toFile())
            .start();
    started.add(process);
    stop.onRequest(process::destroyForcibly);
    return process;
  }

  @Override
  public void close() throws IOException {
    // Else the waiting below would not wait.
    boolean interrupted = Thread.interrupted();
    // What they wrote is of no use to anybody.
    for (Process process : started) {
      process.destroyForcibly().onExit().join();
    }
    scratch.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
