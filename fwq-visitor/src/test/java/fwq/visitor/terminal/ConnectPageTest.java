package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.net.HostPort;
import fwq.tui.Key;
import fwq.tui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectPageTest {
  private final List<HostPort> chosen = new ArrayList<>();
  private final PageRun run = new PageRun();
  private final Page next = new Page.End();

  private PageRun open(Optional<HostPort> registry) {
    run.page =
        new ConnectPage(
            Texts.ENGLISH,
            registry,
            Optional.empty(),
            (itsRegistry, itsBroker) -> {
              chosen.addAll(List.of(itsRegistry, itsBroker));
              return next;
            });
    return run;
  }

  @Test
  void usualAddressesAreFilledIn() {
    open(Optional.empty()).press(Key.Named.ENTER);
    assertEquals(List.of(new HostPort("127.0.0.1", 5050), new HostPort("127.0.0.1", 9092)), chosen);
    assertSame(next, run.page);
  }

  @Test
  void onlyWhatIsMissingIsAsked() {
    open(Optional.of(new HostPort("park", 1)));
    assertFalse(run.screen().contains("Registry host"), run.screen());
    run.press(Key.Named.ERASE).type("broker").press(Key.Named.ENTER);
    assertEquals(List.of(new HostPort("park", 1), new HostPort("broker", 9092)), chosen);
  }

  @Test
  void wordForAPortIsToldBesideItAndWhatWasTypedIsKept() {
    open(Optional.empty()).press(Key.Named.TAB, Key.Named.ERASE).type("x").press(Key.Named.ENTER);
    assertTrue(chosen.isEmpty());
    assertTrue(run.screen().contains("A port is a number from 1 to 65535"), run.screen());
    assertTrue(run.screen().contains("127.0.0.1"));
  }
}
