package fwq.visitor.terminal;

import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.kit.tls.TrustOptions;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Inbox;
import fwq.tui.LineShow;
import fwq.tui.Page;
import fwq.tui.Show;
import fwq.tui.Surroundings;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guests' program on a terminal. */
public final class TerminalClient {
  private TerminalClient() {}

  /**
   * An agency of trips.
   *
   * @param certificate which alone is believed in; as the registry is where there is none
   */
  public record Agency(HostPort address, Optional<Path> certificate) {}

  /**
   * Runs until the guest quits or stop is requested.
   *
   * @param registry where accounts are; asked for when not given
   * @param broker where the park is heard; asked for when not given
   * @param park the number of the park to visit
   * @param trust which registry to believe in
   * @param minute how long a park minute lasts for a guest who walks by itself
   * @param trips where an agency of trips is, if there is one
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
      Optional<Agency> trips,
      Stop stop)
      throws Exception {
    // A bad --kafka-config is told before the terminal is taken over.
    options.kafkaProperties();
    Inbox inbox = new Inbox();
    // And so is a bad --trust.
    Trust trusted = trust.trust(sentence -> inbox.put(new ParkEvent.Met(sentence)));
    Surroundings around = Surroundings.of(System.getenv());
    Texts texts = Texts.in(language.orElse(around.language()));
    try (BackgroundErrands errands =
        new BackgroundErrands(park, options, trusted, trips.flatMap(Agency::certificate), inbox)) {
      stop.onRequest(() -> inbox.put(Event.Signal.STOP));
      RandomGenerator random = RandomGenerator.getDefault();
      Page first =
          first(
              texts,
              registry,
              broker,
              (itsRegistry, itsBroker) ->
                  new World(
                      itsRegistry,
                      itsBroker,
                      park,
                      errands,
                      texts,
                      minute,
                      random,
                      trips.map(Agency::address)));
      show(first, texts, around, inbox);
    } catch (RuntimeException e) {
      // The log is a file by now: without this sentence the guest would see nothing at all.
      log().error("this is a fault of the program itself", e);
      throw new Failure("this program has a fault and had to end; its log in --data says more", e);
    }
  }

  private static void show(Page first, Texts texts, Surroundings around, Inbox inbox)
      throws Failure, InterruptedException {
    try {
      if (around.plain()) {
        LineShow.run(first, around, inbox, sentences(texts));
      } else {
        Show.run(first, around, inbox);
      }
    } catch (EOFException e) {
      throw new Failure(e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(
          e.getMessage()
              + "; start it in one, or let guests walk by themselves with --auto ALIAS or"
              + " --crowd N",
          e);
    }
  }

  static LineShow.Sentences sentences(Texts texts) {
    return new LineShow.Sentences(
        texts.of("line.end"), texts.of("line.alone"), texts.of("line.unfinished"));
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
