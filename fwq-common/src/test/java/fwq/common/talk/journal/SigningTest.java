package fwq.common.talk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed, and by whom; and what a key, an id and a partition are. */
final class SigningTest {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final UUID KEY = UUID.fromString("2f1c9a52-3f0e-4d0b-9c1a-5d3c1c2b7a10");
  private static final JournalKey JOURNAL = new JournalKey(SharedSecret.of(new byte[32]));
  private static final JournalKey OTHER =
      new JournalKey(
          SharedSecret.of("a secret of thirty-two bytes, yes".getBytes(StandardCharsets.US_ASCII)));
  private static final long NOW = 1_764_320_000_000L;

  private final JournalRequest append =
      new JournalRequest.Append(KEY, new JournalEntry("count", "a\nb"));

  @Test
  void signatureIsWhatAnyProgramWouldMakeOfTimeAndFields() {
    // In Python: hmac.new(bytes(32), b"1764320000000\nappend\n2f1c…\ncount\na\nb", "sha256")
    assertEquals(
        "5dfc5018e98a893b625731c38297e8b0b93332bdbb44d73ca0563143d4d8eb40",
        Signed.by(JOURNAL, append, NOW).sig());
    assertTrue(Signed.by(JOURNAL, append, NOW).isSignedWith(JOURNAL));
    assertFalse(Signed.by(JOURNAL, append, NOW).isSignedWith(OTHER));
  }

  @Test
  void whatIsSaidAgainALittleLaterIsRefused() {
    Signed<JournalRequest> read = Signed.by(JOURNAL, new JournalRequest.ListNodes(), NOW);
    assertTrue(read.refusal(JOURNAL, NOW + 60_000).isEmpty());
    assertTrue(read.refusal(JOURNAL, NOW + 60_001).orElseThrow().is(JournalError.STALE));
    assertTrue(read.refusal(JOURNAL, NOW - 60_001).orElseThrow().is(JournalError.STALE));
    assertTrue(read.refusal(OTHER, NOW).orElseThrow().is(JournalError.NOT_ALLOWED));
  }

  @Test
  void recordCopiedToAnotherTopicOrUnderAnotherKeyIsNobodys() {
    byte[] value = EntryCodec.write(new JournalEntry("count", "1"));
    byte[] signature = JOURNAL.sign(EntryCodec.signed(TOPIC, KEY, value));
    assertTrue(EntryCodec.isSigned(JOURNAL, TOPIC, KEY, value, signature));
    assertFalse(
        EntryCodec.isSigned(JOURNAL, TOPIC.toLowerCase(Locale.ROOT), KEY, value, signature));
    assertFalse(EntryCodec.isSigned(JOURNAL, TOPIC, new UUID(1, 2), value, signature));
    assertFalse(EntryCodec.isSigned(JOURNAL, TOPIC, KEY, value, new byte[0]));
    assertFalse(StoredCodec.isSigned(JOURNAL, value, signature));
  }

  @Test
  void textsThatAreSignedTogetherCannotBeCutElsewhere() {
    assertFalse(
        JOURNAL.signs("2:ab1:c".getBytes(StandardCharsets.US_ASCII), JOURNAL.signAll("a", "bc")));
  }

  @Test
  void keyBelongsToOnePartitionForEver() {
    assertEquals(59, JournalPartitions.of(KEY));
    assertEquals(0, JournalPartitions.of(new UUID(0, 0)));
  }

  @Test
  void keysAreSpreadEvenlyEvenThoseThatOnlyCount() {
    int[] counts = new int[JournalPartitions.COUNT];
    for (int i = 0; i < 60_000; i++) {
      counts[JournalPartitions.of(new UUID(0x4000, 0x8000000000000000L + i))]++;
    }
    for (int count : counts) {
      assertTrue(count > 850 && count < 1_150, () -> "five deviations are 155: " + count);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        "",
        "2F1C9A52-3F0E-4D0B-9C1A-5D3C1C2B7A10",
        "AbCdEfGhIjKlMnOpQrStUw/60/1",
        "AbCdEfGhIjKlMnOpQrStUw/1/-1",
        "AbCdEfGhIjKlMnOpQrStU/1/1",
        "AbCdEfGhIjKlMnOpQrStUw/1/1/1"
      })
  void whatIsNoKeyAndNoIdIsRefusedWithAnExample(String text) {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> RecordName.parse(text))
                .getMessage()
                .length()
            > 20);
  }

  @Test
  void firstOfAKeyIsTheLowerOffsetAndTheEarlierTopic() {
    LogPlace twenty = new LogPlace(50, new RecordId(TOPIC, 3, 20));
    LogPlace thirty = new LogPlace(40, new RecordId(TOPIC, 3, 30));
    assertTrue(twenty.isFirst(thirty), "though the broker's clock was set back");
    LogPlace before = new LogPlace(39, new RecordId("z".repeat(22), 3, 99));
    assertTrue(before.isFirst(thirty));
  }

  @Test
  void bodyOfAFrameAndUnreadableAsAKindAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new JournalEntry("a", "é".repeat(30 * 1024 + 1)));
    assertThrows(IllegalArgumentException.class, () -> new JournalEntry("unreadable", ""));
    assertThrows(IllegalArgumentException.class, () -> new JournalEntry("A b", ""));
  }
}
