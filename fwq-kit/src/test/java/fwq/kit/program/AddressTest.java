package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class AddressTest {
  /** What addresses are made of, and what people put into them. */
  private static final String SIGNS = "0129aFkz.:-_[]%/@ \t\u0301\u00f1\u001b,";

  private final Address addresses = new Address();
  private final PeerAddress peers = new PeerAddress();

  @ParameterizedTest
  @CsvSource({
    "kafka, kafka",
    "' park.example.org ', park.example.org",
    "127.0.0.1, 127.0.0.1",
    "::1, ::1",
    "[::1], ::1",
    "fe80::1%eth0, fe80::1%eth0",
    "::ffff:10.0.0.1, ::ffff:10.0.0.1",
    "españa.example, españa.example"
  })
  void nameOrAddressIsRead(String text, String host) {
    assertEquals(host, addresses.convert(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "127.0.0.1:9092",
        "kafka:9092",
        "http://kafka",
        "a b",
        "a\u001b[2J",
        "a/b"
      })
  void anythingElseIsRefusedWithAnExample(String text) {
    String sentence =
        assertThrows(TypeConversionException.class, () -> addresses.convert(text)).getMessage();
    assertTrue(sentence.contains("127.0.0.1") && sentence.contains("port"), sentence);
    assertFalse(sentence.contains("\u001b"), sentence);
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void whateverIsTypedIsAnAddressThatCanBeWrittenAndReadAgainOrRefusedInASentence() {
    long seed = Long.getLong("fwq.seed", System.nanoTime());
    SplittableRandom chance = new SplittableRandom(seed);
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder typed = new StringBuilder();
      for (int length = chance.nextInt(12); length > 0; length--) {
        typed.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
      }
      if (chance.nextInt(3) > 0) {
        typed.append(':').append(chance.nextInt(70_000));
      }
      String text = typed.toString();
      try {
        HostPort peer = peers.convert(text);
        assertEquals(peer, peers.convert(peer.toString()), () -> "-Dfwq.seed=" + seed);
        assertEquals(peer.host(), addresses.convert(peer.host()), () -> "-Dfwq.seed=" + seed);
        read++;
      } catch (TypeConversionException e) {
        assertTrue(
            e.getMessage().contains("such as") && e.getMessage().indexOf('\u001b') < 0,
            () -> "-Dfwq.seed=" + seed + ": " + e.getMessage());
      }
    }
    assertTrue(read > 100, "-Dfwq.seed=" + seed + ": only " + read);
  }
}
