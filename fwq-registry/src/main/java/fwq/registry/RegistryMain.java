package fwq.registry;

import fwq.common.cli.CommonOptions;
import fwq.common.cli.Failure;
import fwq.common.cli.Metrics;
import fwq.common.cli.Port;
import fwq.common.cli.Program;
import fwq.common.cli.Stop;
import fwq.common.net.FrameServer;
import fwq.common.session.SharedSecret;
import fwq.common.sqlite.DatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fwq registry <port>}: keeps the guests' accounts. */
@Command(
    name = "fwq registry",
    description = "Keeps the guests' accounts: register, login, profile, update, logout.")
public final class RegistryMain implements Program.Body {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryMain.class);

  @Parameters(paramLabel = "<port>", description = "where guests connect, such as 5050")
  private Port port;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description =
          "the secret shared with the engine, made on first start (default: DIR/secret, with DIR"
              + " from --data)")
  private Path secretFile;

  @Mixin private CommonOptions options;

  /** Runs the program. */
  public static void main(String... args) {
    Program.main(new RegistryMain(), args);
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    Tickets tickets = new Tickets(secret(random), Tickets.LIFETIME, clock);
    try (Metrics metrics = options.metrics();
        Accounts accounts = accounts();
        Passwords passwords = new Passwords(PasswordHash.Cost.OWASP, random);
        FrameServer _ = server(new RegistryHandler(accounts, passwords, tickets, clock, metrics))) {
      metrics.gauge(
          "fwq_registry_hashes_waiting", "Passwords that wait to be hashed.", passwords::waiting);
      LOG.info("registry listens on port {}", port);
      stop.await();
    }
  }

  private SharedSecret secret(SecureRandom random) throws Failure {
    try {
      Path file = secretFile == null ? options.data().resolve("secret") : secretFile;
      return SharedSecret.loadOrCreate(file, random);
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Accounts accounts() throws Failure {
    try {
      return Accounts.open(options.data().resolve("visitors.db"));
    } catch (DatabaseException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private FrameServer server(RegistryHandler handler) throws Failure {
    try {
      return new FrameServer(port.number(), handler, FrameServer.Limits.DEFAULT);
    } catch (IOException e) {
      throw new Failure(
          "port " + port + " cannot be had: another program has it; stop that or give another port",
          e);
    }
  }
}
