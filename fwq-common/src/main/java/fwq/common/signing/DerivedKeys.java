package fwq.common.signing;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What comes of each key of a purpose, derived once for all who ask. For many threads. */
public final class DerivedKeys<K> {
  private final Supplier<Keyring> rings;
  private final Function<SharedSecret, K> derive;
  private volatile Of<K> last;

  private record Of<K>(Keyring ring, List<K> keys) {}

  /** Of these keys, as they are whenever somebody asks. */
  public DerivedKeys(Supplier<Keyring> rings, Function<SharedSecret, K> derive) {
    this.rings = rings;
    this.derive = derive;
    this.last = of(rings.get());
  }

  private Of<K> of(Keyring ring) {
    return new Of<>(ring, ring.keys().stream().map(key -> derive.apply(key.secret())).toList());
  }

  private Of<K> now() {
    Keyring ring = rings.get();
    Of<K> known = last;
    if (known.ring != ring) {
      known = of(ring);
      last = known;
    }
    return known;
  }

  /** The one to sign with at a moment. */
  public K at(Instant moment) {
    Of<K> now = now();
    return now.keys.get(now.ring.keys().indexOf(now.ring.at(moment)));
  }

  /** Whether any of them is right; with its newest first, since that is the usual one. */
  public boolean any(Predicate<K> isRight) {
    return now().keys.reversed().stream().anyMatch(isRight);
  }
}
