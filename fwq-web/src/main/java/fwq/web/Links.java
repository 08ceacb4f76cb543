package fwq.web;

import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.EngineLink;
import fwq.guest.ParkLink;
import fwq.guest.RegistryTrust;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.web.guest.Desk;
import fwq.web.guest.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the engines: one reader of frames for all parks, each of which is heard as soon as the
 * broker and the park are there.
 */
final class Links implements Voice, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Links.class);

  /** No guest can have this name: for hearing frames where there is no guest. */
  private static final String NOBODY = "";

  private final KafkaClients clients;
  private final RegistryTrust trust;
  private final Metrics metrics;
  private final Stop stop;
  private final Map<Integer, ParkLink> links = new ConcurrentHashMap<>();
  private final Map<Integer, Ear> ears = new ConcurrentHashMap<>();
  private volatile Optional<EngineLink> engines = Optional.empty();

  Links(KafkaClients clients, RegistryTrust trust, Metrics metrics, Stop stop) {
    this.clients = clients;
    this.trust = trust;
    this.metrics = metrics;
    this.stop = stop;
  }

  /** Links up with so many parks, each as soon as that can be done. */
  void open(int parks, Desk desk) {
    Thread.ofPlatform().daemon().name("links").start(() -> link(parks, desk));
  }

  /** One after the other: where a park is, those of lower numbers are, too. */
  private void link(int parks, Desk desk) {
    try {
      engines = EngineLink.open(clients, trust.learn(), metrics, stop);
      for (int park = 0; park < parks && engines.isPresent(); park++) {
        Optional<ParkLink> link = engines.get().park(park, stop);
        if (link.isEmpty()) {
          return;
        }
        ears.put(park, new Ear(park, desk));
        link.get().listen(NOBODY, ears.get(park));
        links.put(park, link.get());
      }
    } catch (Failure | RuntimeException e) {
      LOG.error("no link to the parks", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void say(int park, VisitorEvent event, SessionKey key) {
    ParkLink link = links.get(park);
    if (link != null) {
      link.send(event, key);
    }
  }

  /** On a thread of its own: where nobody has made carts' topic it takes a second to find out. */
  @Override
  public void report(int park, Position position) {
    ParkLink link = links.get(park);
    if (link != null) {
      Thread.ofVirtual().name("report").start(() -> link.report(position));
    }
  }

  @Override
  public void operate(int park, Operate said, SessionKey key) {
    ParkLink link = links.get(park);
    if (link != null) {
      link.operate(said, bytes -> key.sign(park, bytes));
    }
  }

  @Override
  public void listen(int park, String alias) {
    ParkLink link = links.get(park);
    if (link != null) {
      link.listen(alias, ears.get(park));
    }
  }

  @Override
  public void forget(int park, String alias) {
    ParkLink link = links.get(park);
    if (link != null) {
      link.forget(alias);
    }
  }

  @Override
  public boolean brokerThere() {
    return !links.isEmpty() && engines.filter(EngineLink::brokerThere).isPresent();
  }

  @Override
  public void close() {
    engines.ifPresent(EngineLink::close);
  }

  private record Ear(int park, Desk desk) implements ParkLink.Listener {
    @Override
    public void frame(MapFrame frame) {
      desk.frame(frame);
    }

    @Override
    public void answer(String alias, Answer answer) {
      desk.answer(park, alias, answer);
    }

    @Override
    public void words(List<SaidWord> words) {
      desk.told(park, words);
    }
  }
}
