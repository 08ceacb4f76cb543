package fwq.park;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.programs.ProgramTable;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class TableOptionsTest {
  @Test
  void portThatSomebodyHasIsDoneWithoutButItsProgramIsStillAmongThoseThatListen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String text =
          """
          a: fwq-a A
            park {port}
            port %d --a-port
            after open
          b: fwq-b B
            park it
            shows it
          """
              .formatted(taken.getLocalPort());
      TableOptions options = new TableOptions(ProgramTable.parse(text.lines().toList()));
      CommandSpec command = CommandSpec.create();
      options.addTo(command);
      var _ = new CommandLine(command).parseArgs();
      assertEquals(Map.of(), options.ports());
      assertEquals(List.of("a"), options.listening());
    }
  }
}
