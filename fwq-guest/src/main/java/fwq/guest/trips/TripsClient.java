package fwq.guest.trips;

import fwq.common.talk.trips.AgencyCodec;
import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.guest.PeerAwayException;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Asks an agency, with a connection of its own for each request, as guests ask seldom. A booking
 * whose answer was lost is asked for again under the same id. For any number of threads at once.
 */
public final class TripsClient {
  /** For the connection, and then for the reply: an agency answers a booking within 10 s. */
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HostPort agency;
  private final Trust trust;

  /** A client of the agency that listens there, if it is the one that is trusted. */
  public TripsClient(HostPort agency, Trust trust) {
    this.agency = agency;
    this.trust = trust;
  }

  /** Asks, and waits for the reply. */
  public AgencyReply ask(AgencyRequest request) throws PeerAwayException, UntrustedPeerException {
    try (FrameClient client = FrameClient.connect(agency, TIMEOUT, trust)) {
      return AgencyCodec.readReply(client.call(AgencyCodec.write(request)));
    } catch (UntrustedPeerException e) {
      throw e;
    } catch (UnknownHostException e) {
      throw new PeerAwayException("the agency's host " + agency.host() + " is not known", e);
    } catch (BadMessageException e) {
      throw new PeerAwayException("what answers at " + agency + " is not an agency of trips", e);
    } catch (IOException e) {
      throw new PeerAwayException(
          "the agency at " + agency + " does not answer; is it running?", e);
    }
  }
}
