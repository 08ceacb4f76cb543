package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.DerivedKeys;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.EndedCodec;
import fwq.common.talk.visit.EventCodec;
import fwq.kit.json.ErrorCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parks are told of logouts and new passwords, and that it is not lost. */
final class RevocationSenderTest {
  private static final RegistryKey KEY = RegistryKey.derive(OpenRegistry.SECRET);

  @TempDir private Path folder;
  private MockProducer<String, byte[]> producer = producer(2);
  private OpenRegistry registry;
  private Guest guest;

  @BeforeEach
  void open() throws Exception {
    registry = new OpenRegistry(folder);
    guest = registry.guest();
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  /** Writes to so many parks. */
  private static MockProducer<String, byte[]> producer(int count) {
    Node node = new Node(0, "localhost", 9092);
    Node[] nodes = {node};
    List<PartitionInfo> parks =
        IntStream.range(0, count)
            .mapToObj(park -> new PartitionInfo("Visitor", park, node, nodes, nodes))
            .toList();
    return new MockProducer<>(
        new Cluster("fake", List.of(node), parks, Set.of(), Set.of()),
        true,
        null,
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private boolean tell() throws Exception {
    return tell(false);
  }

  private boolean tell(boolean brokerToo) throws Exception {
    return new RevocationSender(
            registry.accounts.revocations(),
            registry.tickets,
            new DerivedKeys<>(OpenRegistry.KEYS, RegistryKey::derive),
            registry.clock)
        .tell(producer, brokerToo);
  }

  /** What park 0 is told next: the newest session that is over, of each guest. */
  private List<Session> told() throws Exception {
    producer.clear();
    tell();
    List<Session> told = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : producer.history()) {
      Ended ended = assertInstanceOf(Ended.class, EventCodec.read(record.value()));
      if (record.partition() == 0) {
        told.add(ended.last());
      }
    }
    return told;
  }

  private static Session asTold(LoggedIn login) {
    Session session = login.session();
    return new Session(session.alias(), session.issuedAt(), session.expiresAt());
  }

  @Test
  void brokerThatLetsGuestsInIsToldTooAlsoOfWhatParksHaveBeenTold() throws Exception {
    guest.mustRegister("Ana");
    LoggedIn login = guest.mustLogin("ana");
    assertInstanceOf(Done.class, guest.logout(login.ticket()));
    tell();
    producer.clear();
    tell(true);
    ProducerRecord<String, byte[]> last = producer.history().getLast();
    assertEquals("Ended", last.topic());
    assertEquals("Ana", last.key(), "as registered");
    assertEquals(OptionalLong.of(login.session().issuedAt()), EndedCodec.read(last.value()));
    producer.clear();
    tell(true);
    assertEquals(List.of(), producer.history());
  }

  @Test
  void logoutIsToldToEveryParkAndSignedByTheRegistry() throws Exception {
    guest.mustRegister("Ana");
    LoggedIn login = guest.mustLogin("ana");
    assertInstanceOf(Done.class, guest.logout(login.ticket()));
    assertFalse(tell(), "nothing more to tell");
    assertEquals(2, producer.history().size());
    for (int park = 0; park < 2; park++) {
      ProducerRecord<String, byte[]> record = producer.history().get(park);
      assertEquals("Visitor", record.topic());
      assertEquals(park, record.partition());
      assertEquals("Ana", record.key(), "as registered, since the park knows no other");
      assertEquals(new Ended(asTold(login)), EventCodec.read(record.value()));
      byte[] signature = record.headers().lastHeader(SessionKey.HEADER).value();
      assertTrue(KEY.verify(park, record.value(), signature));
      assertFalse(KEY.verify(1 - park, record.value(), signature));
    }
  }

  @Test
  void whatTheBrokerHasIsToldOnce() throws Exception {
    guest.mustRegister("ana");
    guest.logout(guest.mustLogin("ana").ticket());
    assertEquals(1, told().size());
    assertEquals(List.of(), told());
  }

  @Test
  void parkThatIsAddedLaterIsToldOfWhatWouldStillLast() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    guest.logout(login.ticket());
    tell();
    producer = producer(3);
    assertEquals(List.of(asTold(login)), told());
    assertEquals(3, producer.history().size());
    assertEquals(List.of(), told());
  }

  @Test
  void newPasswordEndsTheSessionsBeforeTheOneThatChangedIt() throws Exception {
    guest.mustRegister("ana");
    LoggedIn older = guest.mustLogin("ana");
    LoggedIn mine = guest.mustLogin("ana");
    guest.changePassword(mine.ticket(), "a new password");
    Ended ended = new Ended(told().getFirst());
    assertTrue(ended.ends(older.session()));
    assertFalse(ended.ends(mine.session()));
  }

  @Test
  void newPasswordEndsTheSessionOfWhoeverHasLoggedInLater() throws Exception {
    guest.mustRegister("ana");
    LoggedIn mine = guest.mustLogin("ana");
    LoggedIn mallory = guest.mustLogin("ana");
    guest.changePassword(mine.ticket(), "a new password");
    assertEquals(List.of(asTold(mallory)), told());
  }

  @Test
  void otherChangesAndRefusedLogoutsEndNothing() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    guest.rename(login.ticket(), "Ana María");
    guest.showAs(login.ticket(), "");
    guest.changePassword(login.ticket(), "short");
    assertEquals(List.of(), told());
    guest.logout(login.ticket());
    assertEquals(1, told().size());
    assertEquals(RegistryError.EXPIRED, Guest.code(guest.logout(login.ticket())));
    assertEquals(List.of(), told());
  }

  @Test
  void whatTheBrokerDidNotTakeIsToldAgainAlsoAfterARestart() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    guest.logout(login.ticket());
    producer.sendException = new TimeoutException("the broker is away");
    assertThrows(KafkaException.class, this::tell);
    close();
    open();
    producer = producer(2);
    assertEquals(List.of(asTold(login)), told());
    assertEquals(List.of(), told());
  }

  @Test
  void newerEndingThatComesMeanwhileIsNotForgotten() throws Exception {
    guest.mustRegister("ana");
    LoggedIn first = guest.mustLogin("ana");
    LoggedIn second = guest.mustLogin("ana");
    guest.logout(first.ticket());
    List<Revocations.Revocation> underWay = registry.accounts.revocations().untold(10, 0, 1);
    guest.logout(second.ticket());
    registry.accounts.revocations().told(underWay, 0, 1);
    assertEquals(List.of(asTold(second)), told());
  }

  @Test
  void nobodyIsToldOfSessionsThatHaveExpiredByThemselves() throws Exception {
    guest.mustRegister("ana");
    guest.logout(guest.mustLogin("ana").ticket());
    registry.clock.move(Session.LIFETIME.toMillis() + 1);
    assertEquals(List.of(), told());
  }

  @Test
  void manyAreToldAFewAtATime() throws Exception {
    guest.mustRegister("ana");
    Revocations revocations = registry.accounts.revocations();
    try (Connection operator = DriverManager.getConnection("jdbc:sqlite:" + registry.file);
        Statement statement = operator.createStatement()) {
      for (int i = 0; i < RevocationSender.BATCH_MAX; i++) {
        statement.execute(
            "INSERT INTO accounts (alias, name, email, password, registered_at) VALUES ('g"
                + i
                + "', '', '', '', 0)");
        statement.execute(
            "INSERT INTO endings (alias, issued_at) VALUES ('g"
                + i
                + "', "
                + registry.clock.millis()
                + ")");
      }
    }
    guest.logout(guest.mustLogin("ana").ticket());
    assertTrue(tell(), "there may be more");
    assertFalse(tell());
    assertEquals(List.of(), revocations.untold(1, 0, 1));
  }

  @Test
  void sessionsAndTheirEndAreNotedTogetherOrNotAtAll() throws Exception {
    guest.mustRegister("ana");
    LoggedIn login = guest.mustLogin("ana");
    try (Connection operator = DriverManager.getConnection("jdbc:sqlite:" + registry.file);
        Statement statement = operator.createStatement()) {
      statement.execute(
          "CREATE TRIGGER half BEFORE INSERT ON endings BEGIN SELECT RAISE(ABORT, 'no'); END");
      assertEquals(ErrorCode.UNAVAILABLE, Guest.code(guest.logout(login.ticket())));
      guest.mustProfile(login.ticket());
      statement.execute("DROP TRIGGER half");
    }
    assertInstanceOf(Done.class, guest.logout(login.ticket()));
    assertEquals(1, told().size());
  }
}
