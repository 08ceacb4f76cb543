package fwq.bench;

import fwq.common.file.ScratchFolder;
import fwq.common.net.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** Starts brokers of their own for those who measure, and leaves nothing behind. */
public final class Workbench {
  private final Path home;
  private final boolean quick;

  /**
   * A workbench.
   *
   * @param home the project's folder
   * @param quick whether a rough figure is enough
   */
  Workbench(Path home, boolean quick) {
    this.home = home;
    this.quick = quick;
  }

  /** A load: all of it, or a tenth when a rough figure is enough. */
  public int load(int whole) {
    return quick ? whole / 10 : whole;
  }

  /** A broker that nobody has used before. */
  public Broker broker() throws IOException {
    return new Broker();
  }

  /** A broker in a process of its own, with its records in a temporary folder. */
  public final class Broker implements AutoCloseable {
    private final ScratchFolder scratch = new ScratchFolder("fwq-bench");
    private final HostPort address = new HostPort("127.0.0.1", freePort());
    private final Process process;

    private Broker() throws IOException {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "@" + home.resolve("scripts/jvm/broker.args"),
                      "-Dfwq.home=" + home,
                      "-cp",
                      home.resolve("target/lib/fwq-broker.jar").toString(),
                      "fwq.broker.BrokerMain",
                      Integer.toString(address.port()),
                      "--data",
                      scratch.path().toString(),
                      "--parent",
                      Long.toString(ProcessHandle.current().pid())))
              .redirectErrorStream(true)
              .redirectOutput(scratch.path().resolve("log").toFile())
              .start();
    }

    /** Where it is; it may not answer yet. */
    public HostPort address() {
      return address;
    }

    @Override
    public void close() throws IOException {
      // What it wrote is of no use to anybody.
      process.destroyForcibly().onExit().join();
      scratch.close();
    }
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
