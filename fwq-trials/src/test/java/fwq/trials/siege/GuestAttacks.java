package fwq.trials.siege;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.guest.GuestPass;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.trials.programs.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;

/**
 * Attacks by guests on a broker with users: held where a guest can do what a guest may, or less.
 */
final class GuestAttacks {
  private static final Secret PASSWORD = new Secret("correct horse battery");
  private static final List<String> NAMES = List.of("admin", "engine", "registry", "guest");
  private static final List<String> OTHERS = List.of("Engine", "Park", "SD", "Ended", "Members");
  private static final Duration QUESTION = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** How soon who has logged out must be refused; the broker looks each minute. */
  private static final Duration REFUSED = Duration.ofSeconds(75);

  private final Path data;
  private final PrintWriter out;
  private final HostPort broker = Programs.here(FreePort.find());
  private final HostPort registry = Programs.here(FreePort.find());

  /** Starts broker and registry. */
  GuestAttacks(Programs programs, Path folder, PrintWriter out) throws Exception {
    this.data = folder.resolve("users");
    this.out = out;
    programs
        .start("broker", port(broker), "--secure", "--data", data.toString())
        .awaitLine("broker listens", Programs.PATIENCE);
    programs
        .start(
            "registry",
            port(registry),
            "--plaintext",
            "--broker",
            broker.toString(),
            "--kafka-config",
            userFile("registry").toString(),
            "--data",
            data.toString())
        .awaitLine("registry listens", Programs.PATIENCE);
  }

  /** Tries all of them. */
  void run() throws Exception {
    boolean held = true;
    for (String name : NAMES) {
      held &= isOnlyAGuest(login(name));
    }
    say("guests named as programs", held ? "held" : "NOT HELD");
    LoggedIn login = login("ana");
    try (Admin ana = guest(login).admin(QUESTION)) {
      ana.listTopics().names().get();
      ask(new RegistryRequest.Logout(login.ticket()));
      say("logged out, and still there", refusal(ana));
    }
  }

  private boolean isOnlyAGuest(LoggedIn login) throws Exception {
    try (KafkaProducer<String, byte[]> producer = guest(login).producer(0)) {
      send(producer, "Visitor");
      for (String other : OTHERS) {
        try {
          send(producer, other);
          return false;
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof AuthorizationException)) {
            throw e;
          }
        }
      }
      return true;
    }
  }

  private static void send(KafkaProducer<String, byte[]> producer, String topic)
      throws ExecutionException, InterruptedException {
    var _ = producer.send(new ProducerRecord<>(topic, 0, "x", new byte[] {1})).get();
  }

  private static String refusal(Admin guest) throws InterruptedException {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < REFUSED.toNanos()) {
      try {
        guest.listTopics().names().get();
        LockSupport.parkNanos(PAUSE.toNanos());
      } catch (ExecutionException e) {
        return e.getCause() instanceof SaslAuthenticationException
            ? "held (refused after %.1f s)".formatted((System.nanoTime() - begun) / 1e9)
            : "NOT HELD: " + e.getCause().getMessage();
      }
    }
    return "NOT HELD";
  }

  private KafkaClients guest(LoggedIn login) throws Exception {
    Properties given = CommonOptions.kafkaProperties(userFile("guest"));
    Properties its = GuestPass.of(given, login.pass(), login.session());
    its.put("max.block.ms", Long.toString(QUESTION.toMillis()));
    return new KafkaClients(broker, its);
  }

  private LoggedIn login(String alias) throws Exception {
    var _ = ask(new RegistryRequest.Register(alias, "A", "a@b.org", PASSWORD, Optional.empty()));
    if (ask(new RegistryRequest.Login(alias, PASSWORD)) instanceof LoggedIn login) {
      return login;
    }
    throw new IOException(alias + " cannot log in");
  }

  private RegistryReply ask(RegistryRequest request) throws Exception {
    try (FrameClient client = FrameClient.connect(registry, QUESTION)) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    }
  }

  private Path userFile(String user) {
    return data.resolve("kafka").resolve(user + ".properties");
  }

  private static String port(HostPort address) {
    return Integer.toString(address.port());
  }

  private void say(String attack, String outcome) {
    out.println("%-32s %s".formatted(attack, outcome));
    out.flush();
  }
}
