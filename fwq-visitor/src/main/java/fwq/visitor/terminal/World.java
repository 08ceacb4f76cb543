package fwq.visitor.terminal;

import fwq.kit.net.HostPort;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What pages share: where the others are, and how to reach them.
 *
 * @param registry where accounts are
 * @param broker where the park is heard
 * @param park which park, by its number
 * @param errands what takes time
 * @param texts the guest's language
 * @param minute how long a park minute lasts
 * @param random for the guest who walks by itself
 * @param trips where an agency of trips is, if there is one
 */
record World(
    HostPort registry,
    HostPort broker,
    int park,
    Errands errands,
    Texts texts,
    Duration minute,
    RandomGenerator random,
    Optional<HostPort> trips) {
  Asking asking() {
    return new Asking(errands, texts, registry, random);
  }
}
