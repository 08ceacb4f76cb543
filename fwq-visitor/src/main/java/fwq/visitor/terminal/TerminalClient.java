package fwq.visitor.terminal;

import fwq.guest.TrustOptions;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guests' program on a terminal. */
public final class TerminalClient {
  private TerminalClient() {}

  /**
   * Runs until the guest quits or stop is requested.
   *
   * @param registry where accounts are; asked for when not given
   * @param broker where the park is heard; asked for when not given
   * @param park the number of the park to visit
   * @param trust which registry to believe in
   * @param minute how long a park minute lasts for a guest who walks by itself
   * @param language {@code en} or {@code es}; as the environment says when not given
   * @throws Failure when this is not started on a terminal, or has a fault
   */
  public static void run(
      Optional<HostPort> registry,
      Optional<HostPort> broker,
      int park,
      CommonOptions options,
      TrustOptions trust,
      Duration minute,
      Optional<String> language,
      Stop stop)
      throws Exception {
    // A bad --kafka-config is told before the terminal is taken over.
    options.kafkaProperties();
    Inbox inbox = new Inbox();
    // And so is a bad --trust.
    Trust trusted = trust.trust(sentence -> inbox.put(new Event.Met(sentence)));
    Surroundings around = Surroundings.of(System.getenv(), language);
    try (BackgroundErrands errands = new BackgroundErrands(park, options, trusted, inbox)) {
      stop.onRequest(() -> inbox.put(new Event.StopWished()));
      RandomGenerator random = RandomGenerator.getDefault();
      Page first =
          first(
              around.texts(),
              registry,
              broker,
              (itsRegistry, itsBroker) ->
                  new World(itsRegistry, itsBroker, park, errands, around.texts(), minute, random));
      if (around.plain()) {
        showLines(first, around, inbox);
      } else {
        showScreen(first, around, inbox);
      }
    } catch (RuntimeException e) {
      // The log is a file by now: without this sentence the guest would see nothing at all.
      log().error("this is a fault of the program itself", e);
      throw new Failure("this program has a fault and had to end; its log in --data says more", e);
    }
  }

  private static void showScreen(Page first, Surroundings around, Inbox inbox)
      throws Failure, InterruptedException {
    try (Screen screen = Screen.open(around.palette(), around.ascii())) {
      screen.hearClicks();
      screen.onResize(() -> inbox.put(new Event.Resized()));
      screen.onPause(() -> inbox.put(new Event.Paused()));
      new KeyReader(screen.reader(), inbox).start();
      new Show(screen, inbox, InstantSource.system(), TerminalClient::sleep).run(first);
    }
  }

  private static void showLines(Page first, Surroundings around, Inbox inbox)
      throws Failure, InterruptedException {
    Charset charset = around.ascii() ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter out = new PrintWriter(System.out, true, charset);
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    LineReader reader = new LineReader(in, console, inbox);
    reader.start();
    new LineShow(around.texts(), out, reader, inbox, InstantSource.system(), around.ascii())
        .run(first);
  }

  /**
   * Stops the programs of this terminal's foreground, as Ctrl-Z does by itself where the terminal
   * is not raw; returns when the shell wants them again, or at once where there is no such shell.
   */
  private static void sleep() {
    try {
      var _ = new ProcessBuilder("sh", "-c", "kill -TSTP 0").inheritIO().start().waitFor();
    } catch (IOException e) {
      log().warn("this program cannot be paused: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Page first(
      Texts texts,
      Optional<HostPort> registry,
      Optional<HostPort> broker,
      BiFunction<HostPort, HostPort, World> world) {
    BiFunction<HostPort, HostPort, Page> login =
        world.andThen(there -> new LoginPage(there, "", Form.Notice.NONE));
    return registry.isPresent() && broker.isPresent()
        ? login.apply(registry.get(), broker.get())
        : new ConnectPage(texts, registry, broker, login);
  }

  /** Not kept in a field: the first logger takes 50 ms, and a guest waits for the first screen. */
  private static Logger log() {
    return LoggerFactory.getLogger(TerminalClient.class);
  }
}
