package fwq.journal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tail that was started anew doubles nothing, and a line that comes twice is two. */
final class ContentKeysTest {
  @Test
  void sameLinesGiveTheSameKeysAgain() {
    assertEquals(keys("a", "b", "a"), keys("a", "b", "a"));
    assertEquals(keys("a", "b", "a"), keys("a", "b", "a", "c").subList(0, 3));
  }

  @Test
  void lineThatComesTwiceHasTwoKeys() {
    List<UUID> keys = keys("a", "a");
    assertNotEquals(keys.get(0), keys.get(1));
    assertEquals(8, keys.get(0).version());
  }

  @Test
  void kindCounts() {
    assertNotEquals(new ContentKeys().next("x", "a"), new ContentKeys().next("y", "a"));
  }

  @Test
  void moreLinesThanCanBeToldApartAreRefusedAndKnownOnesGoOn() {
    ContentKeys keys = new ContentKeys(1);
    assertEquals(true, keys.next("x", "a").isPresent());
    assertEquals(Optional.empty(), keys.next("x", "b"));
    assertEquals(true, keys.next("x", "a").isPresent());
  }

  @Test
  void whatIsShownHasNoControlCharacters() {
    assertEquals("a\\u001b[31mb", WriteMain.shown("a\u001b[31mb"));
    assertEquals("x".repeat(60) + "…", WriteMain.shown("x".repeat(61)));
  }

  private static List<UUID> keys(String... lines) {
    ContentKeys keys = new ContentKeys();
    return Stream.of(lines).map(line -> keys.next("audit", line).orElseThrow()).toList();
  }
}
