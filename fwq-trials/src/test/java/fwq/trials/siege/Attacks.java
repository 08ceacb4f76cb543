package fwq.trials.siege;

import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.trials.programs.Programs;
import fwq.trials.programs.Running;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Attacks that end with a word on each: held, or not held. */
record Attacks(Programs programs, Path data, PrintWriter out) {
  private static final int SILENT = 4_000;
  private static final int HALF_FRAMES = 900;
  private static final int HALF_FRAME_BYTES = 60_000;
  private static final int FRAME_BYTES = 65_536;

  /** A stranger's time is over by then. */
  private static final Duration ANSWER_MAX = Duration.ofSeconds(45);

  /** Tries all of them. */
  void run() throws Exception {
    say("silent connections, %,d".formatted(SILENT), isHeldAgainst(SILENT, 0));
    say("half frames, %,d".formatted(HALF_FRAMES), isHeldAgainst(HALF_FRAMES, HALF_FRAME_BYTES));
    say("a password's file of mode 644", isUnsafeFileRefused());
    say(
        "false waits, signed sensors",
        new FalseWaits(programs, data.resolve("false"), List.of()).isHeld());
    say("forged and replayed frames", new FalseFrames(programs, data.resolve("frames")).isHeld());
    List<String> plain = List.of("--unsigned-sensors");
    say("false waits, one signs", new FalseWaits(programs, data.resolve("plain"), plain).isHeld());
  }

  private void say(String attack, boolean held) {
    out.println("%-32s %s".formatted(attack, held ? "held" : "NOT HELD"));
    out.flush();
  }

  /** Whether a waiting time server lives and answers, whatever strangers send and leave open. */
  private boolean isHeldAgainst(int connections, int bytes) throws Exception {
    HostPort server = Programs.here(FreePort.find());
    Running program =
        programs.start(
            "waitingtimeserver",
            Integer.toString(server.port()),
            "127.0.0.1",
            Integer.toString(FreePort.find()),
            // So that half frames are not refused at their first byte.
            "--plaintext",
            "--data",
            data.resolve("waits" + bytes).toString());
    program.awaitLine("waiting time server listens", Programs.PATIENCE);
    List<Socket> strangers = new ArrayList<>();
    try {
      for (int i = 0; i < connections; i++) {
        stranger(server, bytes, strangers);
      }
      return program.handle().isAlive() && answers(server) && program.handle().isAlive();
    } finally {
      for (Socket stranger : strangers) {
        stranger.close();
      }
      program.terminate();
    }
  }

  private static void stranger(HostPort server, int bytes, List<Socket> strangers) {
    try {
      Socket socket = new Socket(server.host(), server.port());
      strangers.add(socket);
      if (bytes > 0) {
        socket
            .getOutputStream()
            .write(ByteBuffer.allocate(Integer.BYTES + bytes).putInt(FRAME_BYTES).array());
      }
    } catch (IOException e) {
      // It is thrown out, which is the server's good right.
    }
  }

  private static boolean answers(HostPort server) {
    try (FrameClient client = FrameClient.connect(server, ANSWER_MAX)) {
      return client.call(WaitsCodec.write(new WaitsRequest(0))).length > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isUnsafeFileRefused() throws Exception {
    Path file = Files.writeString(data.resolve("password"), "correct horse battery");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Running visitor =
        programs.start(
            "visitor",
            "127.0.0.1",
            "9",
            "127.0.0.1",
            "9",
            "--auto",
            "guest",
            "--password-file",
            file.toString(),
            "--data",
            data.resolve("visitor").toString());
    return visitor.awaitExit(Programs.PATIENCE) == 1 && visitor.said().contains("chmod 600");
  }
}
