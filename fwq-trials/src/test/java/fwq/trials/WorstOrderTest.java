package fwq.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.RideState;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.net.FreePort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every program before those it needs, and the broker last of all. */
class WorstOrderTest {
  @TempDir private Path data;

  @Test
  void eachSaysWhatItWaitsForAndTheParkOpensByItself() throws Exception {
    String broker = Integer.toString(FreePort.find());
    String registry = Integer.toString(FreePort.find());
    String waits = Integer.toString(FreePort.find());
    String here = "127.0.0.1";
    try (Programs programs = new Programs()) {
      Running visitor =
          programs.start(
              "visitor",
              here,
              registry,
              here,
              broker,
              "--auto",
              "ana",
              "--data",
              data.toString(),
              "--known-hosts",
              data.resolve("known_hosts").toString());
      visitor.awaitLine("waiting for the broker at 127.0.0.1:" + broker, Programs.PATIENCE);
      Running engine =
          programs.start("engine", here, broker, "10", here, waits, "--data", data.toString());
      engine.awaitLine("waiting for the broker at 127.0.0.1:" + broker, Programs.PATIENCE);
      engine.awaitLine("waiting time server at 127.0.0.1:" + waits, Programs.PATIENCE);
      Running sensor = programs.start("sensor", "0", here, broker, "--data", data.toString());
      sensor.awaitLine("waiting for the broker at 127.0.0.1:" + broker, Programs.PATIENCE);
      Running server =
          programs.start(
              "waitingtimeserver",
              waits,
              here,
              broker,
              "--unsigned-sensors",
              "--data",
              data.toString());
      server.awaitLine("waiting for the broker at 127.0.0.1:" + broker, Programs.PATIENCE);
      programs
          .start("registry", registry, "--data", data.toString())
          .awaitLine("registry listens", Programs.PATIENCE);
      Running last = programs.start("broker", broker, "--data", data.toString());
      last.awaitLine("broker listens", Programs.PATIENCE);
      try (Frames frames = new Frames(Programs.here(Integer.parseInt(broker)))) {
        MapFrame frame =
            frames.await(
                "ana inside and ride 0 open",
                Programs.PATIENCE,
                it ->
                    it.map().inside() == 1
                        && Frames.ride(it, 0).state() == RideState.OPEN
                        && Frames.ride(it, 1).state() == RideState.NO_DATA);
        assertEquals("ana", frame.map().visitors().getFirst().name());
      }
      for (Running program : List.of(visitor, sensor, engine, server, last)) {
        program.terminate();
        assertEquals(0, program.awaitExit(Programs.PATIENCE), program.said());
      }
    }
  }
}
