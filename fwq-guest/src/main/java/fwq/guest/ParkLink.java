package fwq.guest;

import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.GuildTopics;
import fwq.common.talk.guild.Report;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineTrust;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitTopics;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Stop;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The way between any number of guests and the engine of one park. */
public final class ParkLink implements AutoCloseable {
  private final EngineLink engines;
  private final Hearing hearing;
  private final int park;

  /** Who wants to know what the engine says. Called by the link's thread: not to block. */
  public interface Listener {
    /** A picture of the park; perhaps an old one, or one of an engine that lost the park. */
    void frame(MapFrame frame);

    /** An answer to one of the aliases that this listener listens for. */
    void answer(String alias, Answer answer);

    /** What operators said last, oldest first; told again now and then. */
    default void words(List<SaidWord> words) {}
  }

  ParkLink(EngineLink engines, int park) {
    this.engines = engines;
    this.hearing = engines.hearing(park);
    this.park = park;
  }

  /** With metrics that are served nowhere. */
  public static Optional<ParkLink> open(
      KafkaClients clients, EngineTrust trust, int park, Stop stop)
      throws Failure, InterruptedException {
    return open(clients, trust, park, Metrics.unserved(), stop);
  }

  /**
   * A link for those who have to do with one park only.
   *
   * @param trust which engines are believed
   * @return the link, as by {@link EngineLink#park}; nothing when stop was requested
   * @throws Failure when the operator's Kafka properties are of no use
   */
  public static Optional<ParkLink> open(
      KafkaClients clients, EngineTrust trust, int park, Metrics metrics, Stop stop)
      throws Failure, InterruptedException {
    Optional<EngineLink> engines = EngineLink.open(clients, trust, metrics, stop);
    if (engines.isEmpty()) {
      return Optional.empty();
    }
    Optional<ParkLink> link = engines.get().park(park, stop);
    if (link.isEmpty()) {
      engines.get().close();
    }
    return link;
  }

  public boolean brokerThere() {
    return engines.brokerThere();
  }

  /** For how long the park has not moved though its frames come; 0 while it does. */
  public long standstillMillis() {
    return hearing.standstill().millis(engines.now());
  }

  /**
   * From now on the listener gets the answers to this alias, and each frame once, for however many
   * aliases it listens.
   */
  public void listen(String alias, Listener listener) {
    hearing.listen(alias, listener);
  }

  /** Nobody wants the answers to this alias any more, nor frames for its sake. */
  public void forget(String alias) {
    hearing.forget(alias);
  }

  /**
   * Says that a food cart stands there, and not who says so. Where nobody has made carts' topic it
   * may take a second to find that out; then nothing is said.
   */
  public void report(Position position) {
    byte[] value = CartCodec.write(new Report(position));
    engines.sendQuietly(
        new ProducerRecord<>(GuildTopics.CARTS.name(), GuildTopics.reports(park), null, value));
  }

  /** Says something to the engine. What is lost on the way the guest will say again. */
  public void send(VisitorEvent event, SessionKey key) {
    send(event, bytes -> key.sign(park, bytes));
  }

  /** Says an operator's word, as {@link #send} does. */
  public void operate(Operate said, UnaryOperator<byte[]> signature) {
    send(said, signature);
  }

  private void send(ParkEvent event, UnaryOperator<byte[]> signer) {
    byte[] value = EventCodec.write(event);
    RecordHeader signature = new RecordHeader(SessionKey.HEADER, signer.apply(value));
    engines.send(
        new ProducerRecord<>(
            VisitTopics.VISITOR.name(), park, event.alias(), value, List.of(signature)),
        offset -> hearing.standstill().taken(offset, engines.now()));
  }

  /** Closes the link to the engines, which may be that of other parks, too. */
  @Override
  public void close() {
    engines.close();
  }
}
