package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdvertisedAddressTest {
  @Test
  void addressThatNobodyListensAtIsNamed() throws Exception {
    int nobody = FreePort.find();
    String sentence = asked("127.0.0.1", nobody).orElseThrow();
    assertTrue(sentence.contains("sends its clients to 127.0.0.1:" + nobody), sentence);
    assertTrue(sentence.contains("--advertise 127.0.0.1"), sentence);
  }

  @Test
  void nameThatNobodyKnowsIsNamedAndCannotForgeALine() throws Exception {
    String sentence = asked("kafka.invalid\u001b[2J", 9092).orElseThrow();
    assertTrue(sentence.contains("kafka.invalid\\u001b[2J:9092"), sentence);
  }

  @Test
  void addressThatIsReachedIsNoTrouble() throws Exception {
    try (ServerSocket advertised = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(Optional.empty(), asked("127.0.0.1", advertised.getLocalPort()));
    }
  }

  @Test
  void brokerThatIsAwayIsNotBlamedForWhatItAdvertises() throws Exception {
    assertEquals(
        Optional.empty(),
        AdvertisedAddress.unreachable(new HostPort("127.0.0.1", FreePort.find())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 400 Bad Request\r\n\r\n", "\0\0\0\0\0\0\0\0\0\0\0\0"})
  void whatIsNoKafkaIsNotBlamedEither(String answer) throws Exception {
    assertEquals(Optional.empty(), asked(answer.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> asked(String host, int port) throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(answer);
    out.writeInt(99);
    out.writeInt(0);
    out.writeInt(1);
    out.writeInt(7);
    out.writeUTF(host);
    out.writeInt(port);
    return asked(answer.toByteArray());
  }

  /** What is found out of a broker that answers this. */
  private static Optional<String> asked(byte[] answer) throws Exception {
    try (ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = Thread.ofVirtual().start(() -> answer(broker, answer));
      Optional<String> found =
          AdvertisedAddress.unreachable(new HostPort("127.0.0.1", broker.getLocalPort()));
      answering.join();
      return found;
    }
  }

  private static void answer(ServerSocket broker, byte[] answer) {
    try (Socket client = broker.accept()) {
      byte[] question = new byte[18];
      new DataInputStream(client.getInputStream()).readFully(question);
      assertEquals(3, question[5], "the kind of the question");
      client.getOutputStream().write(answer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
