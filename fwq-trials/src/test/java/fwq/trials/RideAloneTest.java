package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.net.FreePort;
import fwq.kit.tls.Trust;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An operator's word where a waiting time server stands alone: two programs share one file. */
@Timeout(120)
final class RideAloneTest {
  private static final String HEADER = "id,key,name,position,cycle_minutes,capacity\n";

  private final int port;

  @TempDir private Path folder;

  RideAloneTest() throws IOException {
    port = FreePort.find();
  }

  @Test
  void wordBelongsToTheRidesKeyWhateverItsNumberBecomes() throws Exception {
    try (Programs programs = new Programs()) {
      Running server = server(programs, "0,a,A,21,10,20\n1,b,B,58,10,20\n");
      Running ride = programs.start("ride", "1", "down", "--data", folder.toString());
      assertEquals(0, ride.awaitExit(Programs.PATIENCE), ride.said());
      assertEquals(List.of(RideState.NO_DATA, RideState.DOWN), states());
      server.terminate();
      assertEquals(0, server.awaitExit(Programs.PATIENCE));

      Running next = server(programs, "0,b,B,58,10,20\n1,c,C,21,10,20\n");
      assertEquals(List.of(RideState.DOWN, RideState.NO_DATA), states());
      next.terminate();
      assertEquals(0, next.awaitExit(Programs.PATIENCE));
    }
  }

  private Running server(Programs programs, String rides) throws Exception {
    Path file = Files.writeString(folder.resolve("rides.csv"), HEADER + rides);
    Running server =
        programs.start(
            "waitingtimeserver",
            Integer.toString(port),
            "127.0.0.1",
            "9",
            "--data",
            folder.toString(),
            "--rides",
            file.toString());
    server.awaitLine("waiting time server listens", Programs.PATIENCE);
    return server;
  }

  private List<RideState> states() throws Exception {
    try (FrameClient client =
        FrameClient.connect(
            Programs.here(port),
            Programs.PATIENCE,
            Trust.Only.read(folder.resolve("waitingtimeserver.crt")))) {
      WaitsReply told = WaitsCodec.readReply(client.call(WaitsCodec.write(new WaitsRequest(0))));
      return ((WaitsReply.Waits) told).rides().stream().map(RideStatus::state).toList();
    }
  }
}
