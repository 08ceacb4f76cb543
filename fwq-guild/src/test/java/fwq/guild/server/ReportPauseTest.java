package fwq.guild.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

final class ReportPauseTest {
  private static final long SECOND = 1_000_000_000L;

  private final ReportPause pause = new ReportPause();

  private static InetAddress address(int last) throws Exception {
    return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) last});
  }

  @Test
  void addressMayReportOnceInTenSeconds() throws Exception {
    assertTrue(pause.mayReport(address(1), 0));
    assertFalse(pause.mayReport(address(1), 9 * SECOND));
    assertTrue(pause.mayReport(address(2), 9 * SECOND));
    assertTrue(pause.mayReport(address(1), 10 * SECOND));
  }

  @Test
  void programsOfThisMachineSpeakForManyGuests() {
    assertTrue(pause.mayReport(InetAddress.getLoopbackAddress(), 0));
    assertTrue(pause.mayReport(InetAddress.getLoopbackAddress(), 1));
  }
}
