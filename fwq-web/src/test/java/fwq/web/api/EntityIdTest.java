package fwq.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EntityIdTest {
  /** As Python's {@code uuid.uuid5(uuid.NAMESPACE_URL, "fwq/abc/0/3")} gives them. */
  @Test
  void idsAreThoseThatAnybodyElseWouldMakeOfTheSameNames() {
    assertEquals("13539b6b-f7a2-561c-bbf0-a61bc61d2f29", EntityId.destination("abc").toString());
    assertEquals("7f814b18-53ee-503e-a745-fcdc67be2d99", EntityId.park("abc", 0).toString());
    assertEquals("1255d893-7d98-52f9-920b-47c65513ceed", EntityId.ride("abc", 0, 3).toString());
  }
}
