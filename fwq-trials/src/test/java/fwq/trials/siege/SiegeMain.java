package fwq.trials.siege;

import fwq.kit.file.ScratchFolder;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.trials.programs.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Besieges a registry, and tells what its guests notice. */
@Command(
    name = "fwq siege",
    description =
        "Opens a registry of its own in a temporary folder and attacks it: strangers who hold"
            + " connections, guessers, and someone with a stop-watch; then a park, by someone who"
            + " may write to its broker.")
public final class SiegeMain implements Program.Body {
  private static final int GUESTS = 100;
  private static final int RIGHT_LOGINS = 12;

  /** The first mistakes are free, so no refusal is one of the throttle. */
  private static final int MISTAKES_OF_EACH = 3;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "strangers who hold one (default: ${DEFAULT-VALUE})",
      defaultValue = "2000")
  private int connections;

  @Option(
      names = "--logins",
      paramLabel = "N",
      description = "logins of each measurement (default: ${DEFAULT-VALUE})",
      defaultValue = "300")
  private int logins;

  @Option(
      names = "--guessing",
      paramLabel = "SECONDS",
      description = "how long each guesser has (default: ${DEFAULT-VALUE})",
      defaultValue = "30")
  private int guessing;

  @Spec private CommandSpec spec;
  private PrintWriter out;

  private SiegeMain() {}

  /** Runs the siege. */
  public static void main(String[] args) {
    Program.main(new SiegeMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    out = spec.commandLine().getOut();
    HostPort registry = Programs.here(FreePort.find());
    try (ScratchFolder folder = new ScratchFolder("fwq-siege");
        Programs programs = new Programs()) {
      Path data = folder.path();
      var _ = stop.signal().thenRun(programs::kill);
      programs
          .start("registry", Integer.toString(registry.port()), "--data", data.toString())
          .awaitLine("registry listens", Programs.PATIENCE);
      Trust trust = Trust.Only.read(data.resolve("registry.crt"));
      Callers callers = new Callers(registry, trust);
      callers.register(GUESTS);
      connections(callers, stop);
      stopWatch(callers);
      guesses(callers, trust);
      lockout(callers, trust);
      new AccountAttacks(programs, data, callers, out).run();
      new Attacks(programs, data, out).run();
      try (ParkAttacks park = new ParkAttacks(programs, data, out)) {
        park.run();
      }
      new GuestAttacks(programs, data, out).run();
    }
  }

  private void connections(Callers callers, Stop stop) throws Exception {
    say(
        "logins over new TLS connections, two at a time, warm-up: %s"
            .formatted(callers.logins(logins)));
    say("  alone                        %s".formatted(callers.logins(logins)));
    try (Dribblers strangers = new Dribblers(callers.registry(), connections)) {
      while (strangers.open() < connections && !stop.await(Duration.ofMillis(100))) {
        // They need a while to come in.
      }
      say("  beside %,5d strangers       %s".formatted(strangers.open(), callers.logins(logins)));
      say("  once more                    %s".formatted(callers.logins(logins)));
      say("  strangers thrown out meanwhile: %,d, each came back".formatted(strangers.thrownOut()));
    }
    say("  alone again                  %s".formatted(callers.logins(logins)));
  }

  /** In turns, so that whatever else the machine does falls on both. */
  private void stopWatch(Callers callers) throws Exception {
    int count = (GUESTS - 2) * MISTAKES_OF_EACH;
    double[] wrong = new double[count];
    double[] unknown = new double[count];
    for (int i = 0; i < count; i++) {
      wrong[i] = callers.refusal("guest" + (2 + i % (GUESTS - 2)));
      unknown[i] = callers.refusal("nobody" + i);
    }
    Sample known = Sample.of(wrong);
    Sample none = Sample.of(unknown);
    double difference = known.mean() - none.mean();
    double error = Math.hypot(known.error(), none.error());
    say("how long a refusal takes, %d of each in turns".formatted(count));
    say(
        "  wrong password    mean %.2f ms ± %.2f   %s"
            .formatted(known.mean(), known.error(), known));
    say("  unknown username  mean %.2f ms ± %.2f   %s".formatted(none.mean(), none.error(), none));
    say(
        "  difference %.2f ms, %.1f standard errors (noise is below 3)"
            .formatted(difference, Math.abs(difference) / error));
  }

  private void guesses(Callers callers, Trust trust) throws Exception {
    Duration within = Duration.ofSeconds(guessing);
    say("passwords that a guesser can try in %d s".formatted(guessing));
    Callers.Guesses one = callers.guess(1, within);
    say(
        "  of one username              %,6d checked, %,d put off"
            .formatted(one.checked(), one.putOff()));
    Optional<InetAddress> address = address();
    if (address.isEmpty()) {
      say("  of many: this machine has no address but its own to try it from");
      return;
    }
    HostPort there = new HostPort(address.get().getHostAddress(), callers.registry().port());
    Callers.Guesses many = new Callers(there, trust).guess(GUESTS, within);
    say(
        "  of %d, from one address     %,6d checked, %,d put off"
            .formatted(GUESTS, many.checked(), many.putOff()));
  }

  /** Somebody else guesses from another address as fast as may be, and the guest logs in. */
  private void lockout(Callers callers, Trust trust) throws Exception {
    Optional<InetAddress> address = address();
    if (address.isEmpty()) {
      return;
    }
    HostPort there = new HostPort(address.get().getHostAddress(), callers.registry().port());
    Thread guesser =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    var _ = new Callers(there, trust).guess(2, Duration.ofSeconds(guessing));
                  } catch (IOException | BadMessageException e) {
                    say("the guesser was thrown out: " + e.getMessage());
                  }
                });
    String outcome = "held";
    try {
      var _ = callers.logins(RIGHT_LOGINS);
    } catch (ExecutionException e) {
      outcome = "NOT HELD: " + e.getCause().getMessage();
    }
    guesser.join();
    say("%-32s %s".formatted("lockout, %d right logins".formatted(RIGHT_LOGINS), outcome));
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  /** An address of this machine that is not the loopback's, where others would come from. */
  private static Optional<InetAddress> address() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
        .filter(it -> it.getAddress().length == 4)
        .findFirst();
  }
}
