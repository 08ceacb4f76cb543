package fwq.visitor.terminal;

import fwq.common.cli.CommonOptions;
import fwq.common.cli.Failure;
import fwq.common.cli.Stop;
import fwq.common.net.HostPort;
import fwq.common.net.Trust;
import fwq.visitor.TrustOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guests' program on a terminal. */
public final class TerminalClient {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalClient.class);

  private TerminalClient() {}

  /**
   * Runs until the guest quits or the end is wished.
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
    try (Screen screen = Screen.open(around.palette(), around.ascii());
        BackgroundErrands errands = new BackgroundErrands(park, options, trusted, inbox)) {
      screen.onResize(() -> inbox.put(new Event.Resized()));
      stop.onRequest(() -> inbox.put(new Event.StopWished()));
      new KeyReader(screen.reader(), inbox).start();
      RandomGenerator random = RandomGenerator.getDefault();
      Page first =
          first(
              around.texts(),
              registry,
              broker,
              (itsRegistry, itsBroker) ->
                  new World(itsRegistry, itsBroker, park, errands, around.texts(), minute, random));
      new Show(screen, inbox, InstantSource.system()).run(first);
    } catch (RuntimeException e) {
      // The log is a file by now: without this sentence the guest would see nothing at all.
      LOG.error("this is a fault of the program itself", e);
      throw new Failure("this program has a fault and had to end; its log in --data says more", e);
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
}
