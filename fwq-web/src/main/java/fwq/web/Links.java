package fwq.web;

import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import fwq.guest.ParkLink;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import fwq.web.guest.Desk;
import fwq.web.guest.Voice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ways to the engines, one for each park, each made as soon as the broker and the park are
 * there.
 */
final class Links implements Voice, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Links.class);

  /** No guest can have this name: for hearing frames where there is no guest. */
  private static final String NOBODY = "";

  private final KafkaClients clients;
  private final Metrics metrics;
  private final Stop stop;
  private final Map<Integer, ParkLink> links = new ConcurrentHashMap<>();
  private final Map<Integer, Ear> ears = new ConcurrentHashMap<>();

  Links(KafkaClients clients, Metrics metrics, Stop stop) {
    this.clients = clients;
    this.metrics = metrics;
    this.stop = stop;
  }

  /** Links up with a park as soon as that can be done. */
  void open(int park, Desk desk) {
    Thread.ofPlatform().daemon().name("link-" + park).start(() -> link(park, desk));
  }

  private void link(int park, Desk desk) {
    try {
      ParkLink.open(clients, park, metrics, stop)
          .ifPresent(
              link -> {
                ears.put(park, new Ear(park, desk));
                link.listen(NOBODY, ears.get(park));
                links.put(park, link);
              });
    } catch (Failure | RuntimeException e) {
      LOG.error("no link to park {}", park, e);
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
    return !links.isEmpty() && links.values().stream().allMatch(ParkLink::brokerThere);
  }

  @Override
  public void close() {
    links.values().forEach(ParkLink::close);
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
