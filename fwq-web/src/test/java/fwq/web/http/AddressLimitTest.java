package fwq.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
  private static final long SECOND = 1_000_000_000;
  private final AddressLimit limit = new AddressLimit(2, 4);

  @Test
  void addressMayAskABurstAtOnceAndThenWaits() {
    for (int i = 0; i < 4; i++) {
      assertEquals(OptionalLong.empty(), limit.ask("192.0.2.1", 0));
    }
    assertEquals(OptionalLong.of(1), limit.ask("192.0.2.1", 0));
    assertEquals(OptionalLong.empty(), limit.ask("192.0.2.1", SECOND / 2));
    assertTrue(limit.ask("192.0.2.1", SECOND / 2).isPresent());
  }

  @Test
  void oneAddressDoesNotSlowAnotherDown() {
    exhaust("192.0.2.1");
    assertEquals(OptionalLong.empty(), limit.ask("192.0.2.2", 0));
  }

  @Test
  void addressesOfOneHouseholdAreOne() {
    exhaust("2001:db8:1:1::1");
    assertTrue(limit.ask("2001:db8:1:1:ffff::2", 0).isPresent());
    assertFalse(limit.ask("2001:db8:1:2::1", 0).isPresent());
  }

  @Test
  void networkOfManyHouseholdsHasAShareOfItsOwn() {
    int let = 0;
    for (int household = 0; household < 256; household++) {
      for (int i = 0; i < 4; i++) {
        let +=
            limit.ask("2001:db8:1:" + Integer.toHexString(household) + "::1", 0).isEmpty() ? 1 : 0;
      }
    }
    assertEquals(4 * 4, let);
  }

  @Test
  void whoIsRefusedPaysNothing() {
    exhaust("192.0.2.1");
    for (int i = 0; i < 100; i++) {
      limit.ask("192.0.2.1", 0);
    }
    assertEquals(OptionalLong.empty(), limit.ask("192.0.2.1", SECOND / 2));
  }

  private void exhaust(String address) {
    while (limit.ask(address, 0).isEmpty()) {
      // Once more.
    }
  }
}
