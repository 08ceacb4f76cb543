package fwq.visitor.terminal;

import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineTrust;
import fwq.guest.GuestPass;
import fwq.guest.ParkLink;
import fwq.guest.PeerAwayException;
import fwq.guest.RegistryClient;
import fwq.guest.RegistryTrust;
import fwq.guest.trips.TripsClient;
import fwq.kit.file.OwnerOnly;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import fwq.tui.Inbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs errands on threads of their own: requests to the registry one after the other, and a thread
 * for each link that is made or ended.
 */
final class BackgroundErrands implements Errands, AutoCloseable {
  private final int park;
  private final CommonOptions options;
  private final Trust trust;
  private final Optional<Path> agencyCertificate;
  private final Inbox inbox;
  private volatile Optional<HostPort> registry = Optional.empty();
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Stop> linking = new ConcurrentHashMap<>();
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("registry").factory());

  /**
   * Errands whose results come to this inbox.
   *
   * @param park which park links are made to
   * @param trust which registry to believe in
   * @param agencyCertificate which agency of trips to believe in, if it is another trust
   */
  BackgroundErrands(
      int park, CommonOptions options, Trust trust, Optional<Path> agencyCertificate, Inbox inbox) {
    this.park = park;
    this.options = options;
    this.trust = trust;
    this.agencyCertificate = agencyCertificate;
    this.inbox = inbox;
  }

  @Override
  public long ask(HostPort address, RegistryRequest request) {
    long number = numbers.incrementAndGet();
    registry = Optional.of(address);
    asking.execute(() -> inbox.put(answer(number, new RegistryClient(address, trust), request)));
    return number;
  }

  @Override
  public Optional<String> save(Path file, byte[] content) {
    try {
      OwnerOnly.create(file, new String(content, StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (FileAlreadyExistsException e) {
      return Optional.of(file.toAbsolutePath() + " is there already");
    } catch (IOException e) {
      return Optional.of(file.toAbsolutePath() + " cannot be written");
    }
  }

  @Override
  public long ask(HostPort agency, AgencyRequest request) {
    long number = numbers.incrementAndGet();
    asking.execute(
        () ->
            inbox.put(
                heard(
                    number,
                    () ->
                        new ParkEvent.AgencyReplied(
                            number, new TripsClient(agency, agencyTrust()).ask(request)))));
    return number;
  }

  /** Read when it is needed: an agency may start later than its guests, and makes it then. */
  private Trust agencyTrust() throws PeerAwayException {
    try {
      return agencyCertificate.isPresent() ? Trust.Only.read(agencyCertificate.get()) : trust;
    } catch (IOException e) {
      throw new PeerAwayException(e.getMessage(), e);
    }
  }

  private static ParkEvent answer(long number, RegistryClient client, RegistryRequest request) {
    return heard(number, () -> new ParkEvent.Replied(number, client.ask(request)));
  }

  /** Something that may not be heard. */
  @FunctionalInterface
  private interface Hearing {
    ParkEvent hear() throws PeerAwayException, UntrustedPeerException;
  }

  private static ParkEvent heard(long number, Hearing hearing) {
    try {
      return hearing.hear();
    } catch (UntrustedPeerException e) {
      log().warn("{}", e.getMessage());
      return new ParkEvent.Untrusted(number, e.getMessage());
    } catch (PeerAwayException e) {
      return new ParkEvent.Unanswered(number, e.getMessage());
    } catch (RuntimeException e) {
      log().error("this is a fault of the program itself", e);
      return new ParkEvent.Unanswered(number, "something went wrong in this program; see its log");
    }
  }

  @Override
  public long link(HostPort broker, Login login) {
    long number = numbers.incrementAndGet();
    Stop stop = new Stop();
    linking.put(number, stop);
    Thread.ofPlatform().daemon().name("link").start(() -> link(number, broker, login, stop));
    return number;
  }

  /** Those that the registry knows where the guest has logged in. */
  private EngineTrust engines() {
    return registry
        .<EngineTrust>map(
            it -> new RegistryTrust(new RegistryClient(it, trust), InstantSource.system()).learn())
        .orElse(EngineTrust.WHOEVER);
  }

  private void link(long number, HostPort broker, Login login, Stop stop) {
    SessionKey key = login.key();
    try {
      Properties properties =
          GuestPass.of(options.kafkaProperties(), login.pass(), login.session());
      ParkLink.open(new KafkaClients(broker, properties), engines(), park, stop)
          .ifPresent(
              link -> {
                // Whoever takes it out of the map first decides what becomes of the link.
                if (linking.remove(number) == null) {
                  link.close();
                  return;
                }
                link.listen(login.alias(), new ToInbox(inbox));
                inbox.put(
                    new ParkEvent.Linked(
                        number,
                        event -> link.send(event, key),
                        there -> Thread.ofVirtual().start(() -> link.report(there)),
                        link::brokerThere,
                        link::standstillMillis,
                        link::close));
              });
    } catch (Failure | RuntimeException e) {
      log().error("no link to the park", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void abandon(long number) {
    Stop stop = linking.remove(number);
    if (stop != null) {
      stop.request();
    }
  }

  @Override
  public void close(ParkEvent.Linked line) {
    Thread.ofPlatform().name("unlink").start(line.close());
  }

  @Override
  public void close() {
    linking.keySet().forEach(this::abandon);
    asking.shutdownNow();
  }

  /** Not kept in a field: the first logger takes 50 ms, and a guest waits for the first screen. */
  private static Logger log() {
    return LoggerFactory.getLogger(BackgroundErrands.class);
  }

  /** Puts what the engine says into the inbox. */
  private record ToInbox(Inbox inbox) implements ParkLink.Listener {
    @Override
    public void frame(MapFrame frame) {
      inbox.put(new ParkEvent.Framed(frame));
    }

    @Override
    public void answer(String alias, Answer answer) {
      inbox.put(new ParkEvent.Answered(answer));
    }
  }
}
