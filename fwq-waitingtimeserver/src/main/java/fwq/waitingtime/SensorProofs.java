package fwq.waitingtime;

import fwq.common.signing.DerivedKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SessionKey;
import fwq.kit.sqlite.DatabaseException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What all sensors have proven ({@link SensorProof}), stored with their readings. The feed's thread
 * owns it.
 */
public final class SensorProofs {
  private final Rides rides;
  private final Supplier<Keyring> ring;
  private final boolean unsignedAreBelieved;
  private final Map<ParkRide, SensorProof> proofs = new HashMap<>();
  private final Map<ParkRide, DerivedKeys<SensorKey>> keys = new HashMap<>();

  /** What the batch changes that is being applied. */
  private final Map<ParkRide, SensorProof> changed = new HashMap<>();

  /**
   * Starts from what is stored.
   *
   * @param ring what all sensors' keys come of
   * @param unsignedAreBelieved whether readings count that nobody signed, of rides whose sensor
   *     never did
   */
  public SensorProofs(Rides rides, Supplier<Keyring> ring, boolean unsignedAreBelieved)
      throws DatabaseException {
    this.rides = rides;
    this.ring = ring;
    this.unsignedAreBelieved = unsignedAreBelieved;
    rides.signedAt().forEach((ride, at) -> proofs.put(ride, SensorProof.of(at)));
  }

  /** A batch begins: what the one before changed, and could not be stored, is as it was. */
  void begin() {
    changed.clear();
  }

  /**
   * Why a reading does not count, if so.
   *
   * @param ride one that there is
   * @param heardAt when the broker or we had it
   * @param now by our clock
   */
  Optional<SensorProof.Doubt> doubt(
      ParkRide ride, ConsumerRecord<String, byte[]> record, long heardAt, long now) {
    SensorProof proof = changed.get(ride);
    if (proof == null) {
      proof = proofs.getOrDefault(ride, SensorProof.NONE);
    }
    Header header = record.headers().lastHeader(SessionKey.HEADER);
    if (header == null) {
      return proof.unsigned(unsignedAreBelieved);
    }
    byte[] signature = header.value();
    OptionalLong at = SensorKey.signedAt(signature);
    if (at.isEmpty()
        || !keysOf(ride).any(key -> key.verify(ride.park(), record.value(), signature))) {
      return Optional.of(SensorProof.Doubt.FORGED);
    }
    Optional<SensorProof.Doubt> doubt = proof.signed(at.getAsLong(), heardAt, now);
    if (doubt.isEmpty()) {
      changed.put(ride, SensorProof.of(at.getAsLong()));
    }
    return doubt;
  }

  private DerivedKeys<SensorKey> keysOf(ParkRide ride) {
    return keys.computeIfAbsent(
        ride,
        its ->
            new DerivedKeys<>(
                ring, secret -> new SensorKey(SensorKey.ofRide(secret, its.park(), its.ride()))));
  }

  /** Notes what the batch has shown. Inside its transaction. */
  void store() throws SQLException {
    for (Map.Entry<ParkRide, SensorProof> entry : changed.entrySet()) {
      rides.storeSigned(entry.getKey(), entry.getValue().signedAt().orElseThrow());
    }
  }

  /** The batch is stored. */
  void applied() {
    proofs.putAll(changed);
  }
}
