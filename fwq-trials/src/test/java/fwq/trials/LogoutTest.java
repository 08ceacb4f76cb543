package fwq.trials;

import static fwq.common.signing.KeyPurpose.CONSOLE;
import static fwq.common.signing.KeyPurpose.REVOCATION;
import static fwq.common.signing.KeyPurpose.SESSION;
import static fwq.common.signing.KeyPurpose.TICKET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Position;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.Done;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A logout reaches the park, also when the broker was away, or the engine, when it happened. */
@Timeout(120)
final class LogoutTest {
  private static final Secret PASSWORD = new Secret("correct horse battery");
  private static final Secret NEW = new Secret("another horse battery");

  @TempDir private Path data;
  private HostPort registry;
  private KafkaProducer<String, byte[]> producer;
  private KafkaConsumer<String, byte[]> consumer;
  private long at = System.currentTimeMillis();

  @Test
  void logoutAndNewPasswordSendHomeAndKeepOutWhoeverHeldTheParkThen() throws Exception {
    String brokerPort = Integer.toString(FreePort.find());
    HostPort broker = Programs.here(Integer.parseInt(brokerPort));
    registry = Programs.here(FreePort.find());
    try (Programs programs = new Programs()) {
      programs
          .start(
              "registry",
              Integer.toString(registry.port()),
              "--plaintext",
              "--broker",
              broker.toString(),
              "--data",
              data.toString())
          .awaitLine("registry listens", Programs.PATIENCE);
      assertInstanceOf(
          Done.class,
          ask(new RegistryRequest.Register("ana", "Ana", "a@b.org", PASSWORD, Optional.empty())));
      LoggedIn first = login(PASSWORD);
      assertInstanceOf(Done.class, ask(new RegistryRequest.Logout(first.ticket())));

      programs
          .start("broker", brokerPort, "--data", data.toString())
          .awaitLine("broker listens", Programs.PATIENCE);
      KafkaClients kafka = new KafkaClients(broker, new Properties());
      Running engine = engine(programs, broker);
      engine.awaitLine("park 0 is ours", Programs.PATIENCE);
      try (var written = kafka.producer(0);
          var read = kafka.consumer()) {
        producer = written;
        consumer = read;
        consumer.assign(List.of(new TopicPartition(VisitTopics.ENGINE.name(), 0)));
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        day(first, programs, engine, broker);
      }
    }
  }

  private void day(LoggedIn first, Programs programs, Running engine, HostPort broker)
      throws Exception {
    // Whether the registry was faster or the guest: in the end the session is over.
    long issuedAt = first.session().issuedAt();
    enter(first);
    EngineMessage.Answer answer = answer();
    if (answer.equals(new Admitted(issuedAt, Position.GATE))) {
      assertEquals(new Gone(issuedAt, Departure.ENDED), answer());
    } else {
      assertEquals(new Refused(issuedAt, Refusal.EXPIRED), answer);
    }

    LoggedIn second = login(PASSWORD);
    enter(second);
    assertEquals(new Admitted(second.session().issuedAt(), Position.GATE), answer());
    long start = System.nanoTime();
    assertInstanceOf(Done.class, ask(new RegistryRequest.Logout(second.ticket())));
    assertEquals(new Gone(second.session().issuedAt(), Departure.ENDED), answer());
    long millis = (System.nanoTime() - start) / 1_000_000;
    Programs.progress("a logout reached the guest inside after " + millis + " ms");
    assertTrue(millis < 5_000, "nothing but the registry's word can have done it by then");

    LoggedIn third = login(PASSWORD);
    LoggedIn fourth = login(PASSWORD);
    engine.kill();
    assertInstanceOf(
        Done.class,
        ask(
            new RegistryRequest.Update(
                fourth.ticket(), Changes.NONE.withPassword(NEW), Optional.of(PASSWORD))));
    engine(programs, broker).awaitLine("park 0 is ours", Programs.PATIENCE);
    enter(second);
    awaitRefusal(second);
    enter(third);
    awaitRefusal(third);
    enter(fourth);
    assertEquals(new Admitted(fourth.session().issuedAt(), Position.GATE), answer());
    lookForLeaks(programs, List.of(first, second, third, fourth));
  }

  /** After such a day no secret is in a database, log, audit, topic or argument. */
  private void lookForLeaks(Programs programs, List<LoggedIn> logins) throws Exception {
    Leaks leaks = new Leaks();
    leaks.secret("the first password", PASSWORD.reveal()).secret("the new password", NEW.reveal());
    ParkKeys keys = ParkKeys.in(data);
    for (KeyPurpose each : List.of(TICKET, SESSION, REVOCATION, CONSOLE)) {
      leaks.key("the key " + each, keys.file(each).read().at(Instant.now()).secret().bytes());
    }
    for (LoggedIn login : logins) {
      leaks.secret("a ticket", login.ticket().reveal());
      leaks.secret("a ticket's signature", signatureOf(login.ticket().reveal()));
      leaks.key("a session key", Base64.getUrlDecoder().decode(login.sessionKey().reveal()));
    }
    leaks.lookInFiles(data);
    for (Running program : programs.all()) {
      leaks.lookInText("what " + program + " said", String.join("\n", program.lines()));
      leaks.lookInArguments(program.handle());
    }
    Programs.progress("no secret in " + leaks.assertNone() / 1_000 + " KB");
    Leaks control = new Leaks().secret("a name", "Ana").lookInFiles(data);
    assertThrows(AssertionError.class, control::assertNone, "what is there would be found");
  }

  private static String signatureOf(String ticket) {
    return ticket.substring(ticket.lastIndexOf('.') + 1);
  }

  /** A new owner may first say again what the one before said last. */
  private void awaitRefusal(LoggedIn login) throws Exception {
    EngineMessage.Answer answer = answer();
    while (!answer.equals(new Refused(login.session().issuedAt(), Refusal.EXPIRED))) {
      answer = answer();
    }
  }

  private Running engine(Programs programs, HostPort broker) throws Exception {
    return programs.start(
        "engine",
        broker.host(),
        Integer.toString(broker.port()),
        "10",
        "127.0.0.1",
        Integer.toString(FreePort.find()),
        "--data",
        data.toString());
  }

  private RegistryReply ask(RegistryRequest request) throws Exception {
    try (FrameClient client = FrameClient.connect(registry, Duration.ofSeconds(10))) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    }
  }

  private LoggedIn login(Secret password) throws Exception {
    return assertInstanceOf(LoggedIn.class, ask(new RegistryRequest.Login("ana", password)));
  }

  private void enter(LoggedIn login) throws Exception {
    byte[] value = EventCodec.write(new VisitorEvent.Enter(login.session(), ++at));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(VisitTopics.VISITOR.name(), 0, "ana", value);
    record.headers().add(SessionKey.HEADER, SessionKey.decode(login.sessionKey()).sign(0, value));
    producer.send(record).get();
  }

  /** The next thing that ana is told. */
  private EngineMessage.Answer answer() throws Exception {
    long deadline = System.nanoTime() + Programs.PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        if (record.key().equals("ana")
            && EngineCodec.read(record.value()) instanceof ToGuest told) {
          consumer.seek(
              new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
          return told.answer();
        }
      }
    }
    throw new AssertionError("ana was told nothing within " + Programs.PATIENCE);
  }
}
