package fwq.kit.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.frame.RateLimit.Verdict;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address may make so many attempts at once, and then so many a second. */
final class RateLimitTest {
  private static final String THERE = "192.0.2.7";

  private final RateLimit limit = new RateLimit(1, 3);

  @Test
  void twentyAtOnceAndThenOneASecond() throws Exception {
    assertEquals(20, allowed(THERE, 0));
    assertEquals(1_000, limit.attempt(address(THERE), 0).delayMillis());
    assertEquals(1, limit.attempt(address(THERE), 999).delayMillis());
    assertEquals(1, allowed(THERE, 1_000));
    assertEquals(2, allowed(THERE, 3_000));
    assertEquals(20, allowed(THERE, 60_000), "no more than at first are saved up");
  }

  @Test
  void rateIsGiven() throws Exception {
    RateLimit faster = new RateLimit(7, 3);
    int allowed = 0;
    while (!faster.attempt(address(THERE), 0).isRefusal()) {
      allowed++;
    }
    assertEquals(140, allowed);
    assertEquals(143, faster.attempt(address(THERE), 0).delayMillis());
  }

  @Test
  void crowdOnThisMachineRegistersAndLogsInAtOnce() throws Exception {
    assertEquals(2_000, allowed("127.0.0.1", 0));
    assertTrue(limit.attempt(address("::1"), 0).isRefusal(), "this machine is one address");
    assertTrue(limit.attempt(address("127.8.8.8"), 0).isRefusal());
    assertEquals(100, allowed("127.0.0.1", 1_000));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.8, 20",
    "2001:db8:0:1::1, 2001:db8:0:1:ffff::2, 0",
    "2001:db8:0:1::1, 2001:db8:0:2::1, 20",
    "::ffff:192.0.2.7, 192.0.2.7, 0"
  })
  void addressIsAnIpv4AddressOrTheFirstHalfOfAnIpv6Address(String one, String other, int allowed)
      throws Exception {
    assertEquals(20, allowed(one, 0));
    assertEquals(allowed, allowed(other, 0));
  }

  @Test
  void tenThousandAddressesOfOneNetworkAreHeldTogether() throws Exception {
    RateLimit many = new RateLimit(1, 100_000);
    int allowed = 0;
    int marked = 0;
    for (int i = 0; i < 10_000; i++) {
      Verdict verdict = many.attempt(address("2001:db8:0:%x::1".formatted(i)), 0);
      allowed += verdict.isRefusal() ? 0 : 1;
      marked += verdict.first() ? 1 : 0;
    }
    assertEquals(16 * 20, allowed, "sixteen times as many as of one household");
    assertEquals(4, marked, "each network that is full is told about once");
    assertFalse(many.attempt(address("2001:db8:1::1"), 0).isRefusal());
  }

  @Test
  void onlyTheFirstRefusalInARowIsMarked() throws Exception {
    assertEquals(20, allowed(THERE, 0) /* and one refusal, the first */);
    assertFalse(limit.attempt(address(THERE), 0).first());
    assertEquals(Verdict.GO, limit.attempt(address(THERE), 1_000));
    assertTrue(limit.attempt(address(THERE), 1_000).first());
  }

  @Test
  void onlySoManyAddressesAreRemembered() throws Exception {
    for (String one : new String[] {"192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"}) {
      assertEquals(20, allowed(one, 0));
    }
    assertEquals(20, allowed("192.0.2.1", 0), "forgotten, as the one quiet for longest");
    assertEquals(0, allowed("192.0.2.4", 0));
  }

  @Test
  void clockSetBackKeepsNobodyWaiting() throws Exception {
    assertEquals(20, allowed(THERE, 1_000_000));
    assertEquals(20, allowed(THERE, 0));
  }

  private int allowed(String from, long now) throws Exception {
    int allowed = 0;
    while (!limit.attempt(address(from), now).isRefusal()) {
      allowed++;
    }
    return allowed;
  }

  private static InetAddress address(String text) throws Exception {
    return InetAddress.getByName(text);
  }
}
