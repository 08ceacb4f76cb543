package fwq.common.talk.visit;

import fwq.common.signing.EngineKeys;
import fwq.common.signing.EngineKeysFile;

/** Which engines are believed. For many threads. */
@FunctionalInterface
public interface EngineTrust {
  /** Whatever is on the topic {@code Engine}. */
  EngineTrust WHOEVER = () -> Known.NOTHING;

  /**
   * What is known of engines.
   *
   * @param keys theirs; none where whatever is said is believed
   * @param clockAheadMillis how far the clock of whoever told us is ahead of ours
   */
  record Known(EngineKeys keys, long clockAheadMillis) {
    /** Nothing: whatever is said is believed. */
    static final Known NOTHING = new Known(EngineKeys.NONE, 0);
  }

  /** Those whose keys are in a file. */
  static EngineTrust of(EngineKeysFile.Watched file) {
    return () -> new Known(file.keys(), 0);
  }

  /** What is known now. Not to wait. */
  Known now();

  /** Something is signed that is not believed: there may be newer keys. Not to wait. */
  default void doubted() {}
}
