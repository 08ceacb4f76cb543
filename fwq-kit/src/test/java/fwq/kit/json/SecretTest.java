package fwq.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SecretTest {
  private static final Secret SECRET = new Secret("hunter2");

  @Test
  void secretPrintsAsStarsWhateverItsLength() {
    assertEquals("***", SECRET.toString());
    assertEquals("***", new Secret("").toString());
  }
}
