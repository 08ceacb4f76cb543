package fwq.common.park;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Session;
import fwq.common.talk.visit.VisitorEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AliasTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "Z", "0", ".", "-", "_", "map", "A.b-c_0123456789abcd"})
  void usernameIsAFewPlainCharacters(String alias) {
    assertTrue(Alias.isValid(alias));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "ana ",
        "ana\n",
        "ñ",
        "٣",
        "a/b",
        "a'b",
        "a\0",
        "🎢",
        "\u001b[2J",
        "\u202ea",
        "aaaaaaaaaaaaaaaaaaaaa",
        "x','n','p',0,'1','-1')--"
      })
  void anythingElseIsNoUsername(String alias) {
    assertFalse(Alias.isValid(alias));
    assertThrows(IllegalArgumentException.class, () -> new Session(alias, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> new VisitorEvent.Here(alias, 1));
    assertThrows(IllegalArgumentException.class, () -> new VisitorEvent.Leave(alias, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new VisitorEvent.Move(alias, 1, Position.GATE));
  }

  @Test
  void sessionEndsAfterItBegins() {
    assertThrows(IllegalArgumentException.class, () -> new Session("ana", 5, 5));
    assertThrows(IllegalArgumentException.class, () -> new Session("ana", -1, 5));
  }
}
