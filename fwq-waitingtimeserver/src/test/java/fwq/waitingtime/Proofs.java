package fwq.waitingtime;

import fwq.common.signing.Keyring;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SharedSecret;
import fwq.kit.sqlite.DatabaseException;

/** What sensors have to prove in tests. */
final class Proofs {
  /** What all sensors' keys come of. */
  static final SharedSecret SECRET = SharedSecret.of(new byte[32]);

  private Proofs() {}

  /** Nothing, unless they sign. */
  static SensorProofs unsigned(Rides rides) throws DatabaseException {
    return of(rides, true);
  }

  static SensorProofs of(Rides rides, boolean unsignedAreBelieved) throws DatabaseException {
    Keyring ring = Keyring.of(SECRET);
    return new SensorProofs(rides, () -> ring, unsignedAreBelieved);
  }

  static SensorKey keyOf(ParkRide ride) {
    return new SensorKey(SensorKey.ofRide(SECRET, ride.park(), ride.ride()));
  }
}
