package fwq.common.talk.guild;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class RecentTextsTest {
  private final RecentTexts<String> texts =
      new RecentTexts<>(2, it -> PlainName.check("client", it), it -> it);

  private String read(String text) {
    byte[] bytes = ("<" + text + ">").getBytes(US_ASCII);
    return texts.of(bytes, 1, bytes.length - 1);
  }

  @Test
  void textThatComesAgainIsTheSame() {
    assertSame(read("ana"), read("ana"));
  }

  @Test
  void textsThatShareASlotAreToldApart() {
    String ana = read("ana");
    for (String other : new String[] {"bob", "an", "anb", "anaa", "Ana"}) {
      assertEquals(other, read(other));
      assertEquals("ana", read("ana"));
    }
    assertNotSame(ana, read("ana"));
  }

  @Test
  void textThatIsRefusedIsRefusedAgain() {
    assertThrows(IllegalArgumentException.class, () -> read("x".repeat(41)));
    assertThrows(IllegalArgumentException.class, () -> read("x".repeat(41)));
  }
}
