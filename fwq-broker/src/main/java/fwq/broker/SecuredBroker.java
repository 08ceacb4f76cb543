package fwq.broker;

import fwq.common.programs.Installation;
import fwq.common.programs.Topics;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.file.OwnerOnly;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.kafka.TopicUse;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker with users and rights. Users are made on first start, each with a random password in a
 * {@link UserFile}; at each start the broker is told all passwords and rights again, so that the
 * files and the table of programs are what counts. Rights that an operator adds stay.
 */
final class SecuredBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SecuredBroker.class);

  /** The folder of the users' files in {@code --data}. */
  static final String USERS = "kafka";

  /**
   * As long as a park may stand: clients know the broker by the certificate in their files, so a
   * new one means new files for all of them.
   */
  private static final Duration CERTIFICATE_LIFETIME = Duration.ofDays(3_650);

  private static final int PASSWORD_BYTES = 32;
  private static final Duration QUESTION = Duration.ofSeconds(30);

  private final EmbeddedBroker broker;
  private final EndedReader ended;

  private SecuredBroker(EmbeddedBroker broker, EndedReader ended) {
    this.broker = broker;
    this.ended = ended;
  }

  /**
   * How guests are let in.
   *
   * @param keys the file that the registry writes: the public halves of the keys of their passes
   * @param recheck how often each pass is looked at again
   */
  record Guests(Path keys, Duration recheck) {}

  /**
   * Starts a broker, tells it of users, rights and topics, and then writes the users' files: who
   * finds them finds a broker that is ready.
   *
   * @param data the folder of its records, its key and the users' files
   * @param address what clients connect to, as in {@link EmbeddedBroker#start}
   * @param parks how many partitions topics have at least, 1..1000
   * @param guests how guests are let in
   * @param stop ends the waiting
   * @throws IOException with a sentence, when a file, the folder or the port cannot be used
   */
  static SecuredBroker start(Path data, HostPort address, int parks, Guests guests, Stop stop)
      throws Failure, IOException, InterruptedException {
    SecureRandom random = new SecureRandom();
    Identity identity =
        Identity.open(
            data,
            new Identity.Server("broker", hosts(address), CERTIFICATE_LIFETIME),
            Instant.now(),
            random);
    Path folder = data.resolve(USERS);
    List<User> users = User.all(Installation.here().table());
    Map<User, Secret> passwords = passwords(users, folder, random);
    HostPort own = new HostPort("127.0.0.1", FreePort.find());
    Path records = data.resolve("broker");
    EndedSessions sessions = new EndedSessions(EndedSessions.GUESTS_MAX);
    GuestLogin.checkWith(
        records.toString(), new PassCheck(new PassKeys(guests.keys)::find, sessions::isOver));
    KafkaClients kafka = new KafkaClients(own, ownProperties(identity));
    SecuredBroker secured =
        new SecuredBroker(
            EmbeddedBroker.startSecured(records, address, own, identity, guests.recheck),
            new EndedReader(sessions, kafka.consumer(), InstantSource.system()));
    try {
      try (Admin admin = kafka.admin(QUESTION)) {
        new UserSetup(admin).tell(users, passwords, identity.server().distinguishedName());
        new TopicUpkeep(admin, new StoredRecords(records)).run();
      }
      if (kafka.awaitTopics(stop, parks, topics())) {
        secured.ended.start(QUESTION);
        write(users, folder, passwords, identity.certificate());
      }
      return secured;
    } catch (Failure | IOException | InterruptedException | RuntimeException e) {
      secured.close();
      throw e;
    }
  }

  private static TopicUse[] topics() {
    return Stream.concat(Stream.of(Topics.readAll()), Stream.of(VisitTopics.ENDED.read()))
        .toArray(TopicUse[]::new);
  }

  /** The names and addresses that clients may reach the broker by. */
  private static List<String> hosts(HostPort address) {
    List<String> hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
    if (!NodeSettings.isLoopback(address)) {
      hosts.add(address.host());
      try {
        hosts.add(InetAddress.getLocalHost().getHostName());
      } catch (UnknownHostException e) {
        // A machine whose name nobody knows needs no certificate for it.
      }
    }
    return hosts.stream().filter(Identity::isHost).distinct().toList();
  }

  /** In the order of the users. */
  private static Map<User, Secret> passwords(List<User> users, Path folder, SecureRandom random)
      throws IOException {
    try {
      OwnerOnly.folder(folder);
    } catch (IOException e) {
      throw new IOException(
          "the folder " + folder + " cannot be made; give another with --data DIR", e);
    }
    Map<User, Secret> passwords = new LinkedHashMap<>();
    for (User user : users) {
      if (!user.isGuest()) {
        Optional<Secret> known = UserFile.of(user, folder).password();
        passwords.put(user, known.orElseGet(() -> password(random)));
      }
    }
    return passwords;
  }

  private static Secret password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static Properties ownProperties(Identity identity) {
    Properties properties = new Properties();
    properties.put("security.protocol", "SSL");
    properties.putAll(NodeSettings.ownTls(identity));
    return properties;
  }

  private static void write(
      List<User> users, Path folder, Map<User, Secret> passwords, String certificate)
      throws IOException {
    int written = 0;
    for (User user : users) {
      UserFile file = UserFile.of(user, folder);
      boolean isNew =
          user.isGuest()
              ? file.writeForGuests(certificate)
              : file.write(passwords.get(user), certificate);
      written += isNew ? 1 : 0;
    }
    Files.deleteIfExists(folder.resolve(UserSetup.FORMER + ".properties"));
    if (written > 0) {
      LOG.info(
          "{} users' files for --kafka-config are new in {}: give each to its program",
          written,
          folder);
    }
  }

  /** What clients connect to. */
  HostPort address() {
    return broker.address();
  }

  @Override
  public void close() {
    ended.close();
    broker.close();
  }
}
