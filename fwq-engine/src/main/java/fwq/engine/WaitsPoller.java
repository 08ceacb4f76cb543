package fwq.engine;

import fwq.common.park.RideStatus;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.net.HostPort;
import fwq.kit.program.Once;
import fwq.kit.program.Stop;
import fwq.kit.tls.ClientTls;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the waiting time server for the waits of each park that the engine holds. */
public final class WaitsPoller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(WaitsPoller.class);

  private final PeerPoller<List<RideStatus>> poller;

  /**
   * Asks nobody before it runs.
   *
   * @param trust which server is believed
   * @param ours what proves to it who we are
   */
  public WaitsPoller(HostPort server, Trust trust, OurKey ours, Stop stop, InstantSource clock) {
    Once words = new Once();
    poller = new PeerPoller<>(new WaitingTimeServer(server, trust, ours, words), stop, clock);
  }

  /** What proves to a server who this engine is. */
  @FunctionalInterface
  public interface OurKey {
    /** Of an engine that nobody asks. */
    OurKey NONE = ClientTls::nobody;

    /** The key, which is made when it is needed first. */
    ClientTls get() throws IOException;
  }

  private record WaitingTimeServer(HostPort server, Trust trust, OurKey ours, Once words)
      implements PeerPoller.Peer<List<RideStatus>> {
    @Override
    public String name() {
      return "the waiting time server at " + server;
    }

    @Override
    public String without() {
      return "waits";
    }

    @Override
    public FrameClient connect() throws IOException {
      return FrameClient.connect(server, PeerPoller.TIMEOUT, trust, ours.get());
    }

    @Override
    public byte[] question(int park) {
      return WaitsCodec.write(new WaitsRequest(park));
    }

    @Override
    public Optional<List<RideStatus>> read(int park, byte[] reply) throws BadMessageException {
      return switch (WaitsCodec.readReply(reply)) {
        // A park without rides is none: an empty answer is a fault over there and must not wipe
        // ours.
        case WaitsReply.Waits waits when waits.rides().isEmpty() -> {
          LOG.debug("the waiting time server knows no rides of park {}", park);
          yield Optional.empty();
        }
        case WaitsReply.Waits waits -> Optional.of(waits.rides());
        case WaitsReply.Refused(ErrorReply error) -> {
          if (words.isNews(error.message())) {
            LOG.warn("{} says: {}", name(), error.message());
          }
          yield Optional.empty();
        }
      };
    }
  }

  /** From now on these parks are asked for, at once; what is known of others is forgotten. */
  public void parks(Set<Integer> held) {
    poller.parks(held);
  }

  /** A park's rides as far as they are known now. */
  public List<RideStatus> rides(int park, long now) {
    return poller
        .newest(park)
        .map(
            heard ->
                heard.isBelieved(now)
                    ? heard.value()
                    : heard.value().stream().map(RideStatus::stale).toList())
        .orElse(List.of());
  }

  @Override
  public void run() {
    poller.run();
  }

  /** Takes one reply of the server. */
  public void take(int park, byte[] reply) throws BadMessageException {
    poller.take(park, reply);
  }
}
