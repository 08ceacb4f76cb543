package fwq.trials.bench;

import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SharedSecret;
import fwq.kit.file.ScratchFolder;
import fwq.kit.net.FreePort;
import fwq.kit.program.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A whole park on this machine, opened by {@code fwq park --headless}; it leaves nothing behind.
 */
final class OpenPark implements AutoCloseable {
  /** A park that has not opened by then will not. */
  private static final long SECONDS_MAX = 120;

  private final ScratchFolder scratch;
  private final int brokerPort = FreePort.find();
  private final int registryPort = FreePort.find();
  private final double seconds;
  private final Process process;

  /**
   * Opens it and waits until it is open.
   *
   * @param options what else {@code fwq park} is told
   */
  OpenPark(Workbench bench, List<String> options) throws IOException, Failure {
    scratch = new ScratchFolder("fwq-bench");
    List<String> command =
        new ArrayList<>(
            List.of(
                bench.home().resolve("scripts/fwq").toString(),
                "park",
                "--headless",
                "--data",
                scratch.path().toString(),
                "--broker-port",
                Integer.toString(brokerPort),
                "--registry-port",
                Integer.toString(registryPort),
                "--web-port",
                "0",
                "--guild-port",
                Integer.toString(FreePort.find()),
                "--wts-port",
                Integer.toString(FreePort.find())));
    command.addAll(options);
    long start = System.nanoTime();
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    bench.stop().onRequest(process::destroy);
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    try {
      awaitOpen(said);
    } catch (IOException | Failure | RuntimeException e) {
      end();
      throw e;
    }
    seconds = (System.nanoTime() - start) / 1e9;
    // Whoever is not listened to may get stuck.
    var _ = Thread.ofVirtual().start(() -> listen(said));
  }

  private static void listen(BufferedReader said) {
    try (said) {
      var _ = said.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // The park has closed.
    }
  }

  private void awaitOpen(BufferedReader said) throws IOException, Failure {
    // Ended in time, it says no more, and the reading ends.
    var late =
        process
            .onExit()
            .completeOnTimeout(process, SECONDS_MAX, TimeUnit.SECONDS)
            .thenAccept(Process::destroy);
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
      if (line.equals("park is open")) {
        var _ = late.cancel(false);
        return;
      }
    }
    throw new Failure("the park did not open; it said: " + String.join("; ", lines));
  }

  /** How long it took to open. */
  double seconds() {
    return seconds;
  }

  /** Its process; the park's programs are the children. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** What its sessions' keys come of. */
  SharedSecret secret() throws IOException {
    ParkKeys keys = ParkKeys.in(scratch.path());
    return keys.file(KeyPurpose.SESSION).read().at(Instant.now()).secret();
  }

  int brokerPort() {
    return brokerPort;
  }

  int registryPort() {
    return registryPort;
  }

  private void end() throws IOException {
    process.destroy();
    var _ = process.onExit().join();
    scratch.close();
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
