package fwq.trials.bench.engine;

import fwq.common.signing.Ed25519;
import fwq.common.signing.Seal;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Workbench;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/** What an engine of 100 parks, of which each has 20 frames a second, takes to sign them. */
public final class SealTime implements Probe {
  private static final int FRAMES = 2_000;
  private static final int ROUNDS = 50;
  private static final int FRAME_BYTES = 4_000;
  private static final int SECONDS = 20;
  private static final double MILLIS_MAX = 50;

  /** A probe. */
  public SealTime() {}

  @Override
  public String name() {
    return "seal-time";
  }

  @Override
  public List<Value> look(Workbench bench) {
    PrivateKey key = Ed25519.pair(Walk.SECRET).getPrivate();
    int seconds = bench.load(SECONDS);
    long start = 0;
    // The first half is for the compiler.
    for (int second = -seconds; second < seconds; second++) {
      start = second == 0 ? System.nanoTime() : start;
      for (int round = 0; round < ROUNDS; round++) {
        seal(second * ROUNDS + round, key);
      }
    }
    double millis = (System.nanoTime() - start) / 1e6 / seconds;
    return List.of(
        new Value(
            "100 parks", "ms to sign a second's frames", millis, new Goal.AtMost(MILLIS_MAX)));
  }

  private static void seal(int round, PrivateKey key) {
    byte[] frame = new byte[FRAME_BYTES];
    List<byte[]> leaves = new ArrayList<>();
    for (int park = 0; park < FRAMES / ROUNDS; park++) {
      frame[park] = (byte) round;
      leaves.add(Seal.leaf(park, "map", frame));
    }
    var _ = Seal.seal(leaves, round, "00000000", key);
  }
}
