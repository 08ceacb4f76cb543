package fwq.kit.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** Nobody has all of what there is only so much of. */
final class SharesTest {
  private static final int WHOLE = 1_600;

  private final Shares shares = new Shares(WHOLE);

  @Test
  void householdHasASixteenth() throws Exception {
    assertEquals(100, takes("192.0.2.7"));
    assertEquals(100, takes("192.0.2.8"));
    assertEquals(100, takes("2001:db8:0:1::1"));
    assertEquals(0, takes("2001:db8:0:1:ffff::2"), "the same household");
  }

  @Test
  void tenThousandHouseholdsOfOneNetworkHaveHalfOfIt() throws Exception {
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      taken += shares.take(address("2001:db8:0:%x::1".formatted(i)), 1) ? 1 : 0;
    }
    assertEquals(WHOLE / 2, taken);
    assertTrue(shares.take(address("192.0.2.7"), 1), "others have the rest");
  }

  @Test
  void householdsOfOneCustomerHaveTwoSharesTogether() throws Exception {
    int taken = 0;
    for (int i = 0; i < 256; i++) {
      taken += takes("2001:db8:0:%x::1".formatted(i));
    }
    assertEquals(200, taken);
  }

  @Test
  void thisMachineMayHaveAllAndNobodyMore() throws Exception {
    assertEquals(WHOLE, takes("127.0.0.1"));
    assertFalse(shares.take(address("::1"), 1));
    assertFalse(shares.take(address("192.0.2.7"), 1));
  }

  @Test
  void whatIsGivenBackIsThereAgain() throws Exception {
    assertTrue(shares.take(address("192.0.2.7"), 100));
    assertFalse(shares.take(address("192.0.2.7"), 1));
    shares.giveBack(address("192.0.2.7"), 40);
    assertEquals(40, takes("192.0.2.7"));
  }

  private int takes(String address) throws Exception {
    int taken = 0;
    while (shares.take(address(address), 1)) {
      taken++;
    }
    return taken;
  }

  private static InetAddress address(String text) throws Exception {
    return InetAddress.getByName(text);
  }
}
