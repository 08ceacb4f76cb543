package fwq.kit.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.program.BindOption;
import fwq.kit.program.Failure;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class BindTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  /** All of 127.0.0.0/8 is this machine, so this one stands for another address of it. */
  private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

  @Command
  private static final class Listening {
    @Mixin private BindOption bind;
  }

  private static BindOption parsed(String... arguments) {
    Listening listening = new Listening();
    new CommandLine(listening).parseArgs(arguments);
    return listening.bind;
  }

  @Test
  void allAddressesUnlessOneIsGiven() throws Exception {
    assertTrue(parsed().at(5_050).getAddress().isAnyLocalAddress());
    assertEquals(new InetSocketAddress(HERE, 5_050), parsed("--bind", "127.0.0.1").at(5_050));
  }

  @Test
  void addressThatNobodyKnowsIsAFailureWithASentence() {
    Failure failure =
        assertThrows(Failure.class, () -> parsed("--bind", "nowhere.invalid").at(5_050));
    assertTrue(failure.getMessage().contains("--bind, such as 127.0.0.1"), failure.getMessage());
  }

  @Test
  void serverIsThereAtItsAddressAndNotAtOthers() throws Exception {
    try (FrameServer server =
        FrameServer.listen(
            parsed("--bind", "127.0.0.1").at(0),
            (request, _) -> request,
            FrameServer.Limits.OF_PROGRAMS,
            Optional.empty())) {
      new Socket(HERE, server.port()).close();
      assertThrows(ConnectException.class, () -> new Socket(ELSEWHERE, server.port()).close());
    }
  }
}
