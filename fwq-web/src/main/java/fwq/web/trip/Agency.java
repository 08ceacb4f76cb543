package fwq.web.trip;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.trips.NotDone;
import fwq.guest.PeerAwayException;
import fwq.guest.trips.TripsClient;
import fwq.kit.net.HostPort;
import fwq.kit.program.Once;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agency of trips that this park's guests book at. For any number of threads. */
public final class Agency {
  private static final Logger LOG = LoggerFactory.getLogger(Agency.class);

  private final HostPort address;
  private final Trust trust;
  private final Optional<Path> certificate;
  private final Once complaints = new Once(Duration.ofMinutes(1));

  /** Why an agency was not heard. */
  private enum Silence {
    AGENCY_AWAY
  }

  /**
   * The agency that listens there.
   *
   * @param trust who is believed where no certificate is given
   * @param certificate of the agency, read when it is asked: it may start later, and makes it then
   */
  public Agency(HostPort address, Trust trust, Optional<Path> certificate) {
    this.address = address;
    this.trust = trust;
    this.certificate = certificate;
  }

  /** Asks, and waits for the reply; one that is not heard is a reply as well. */
  AgencyReply ask(AgencyRequest request) {
    try {
      Trust believed = certificate.isPresent() ? Trust.Only.read(certificate.get()) : trust;
      return new TripsClient(address, believed).ask(request);
    } catch (PeerAwayException | UntrustedPeerException e) {
      return silent(e.getMessage());
    } catch (IOException e) {
      return silent(e.getMessage());
    }
  }

  private NotDone silent(String why) {
    if (complaints.isDue(InstantSource.system().millis())) {
      LOG.warn("no trips just now: {}", why);
    }
    return NotDone.of(Silence.AGENCY_AWAY, why);
  }
}
