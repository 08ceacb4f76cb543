package fwq.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.kit.json.BadMessageException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damaged messages: each is refused with a sentence, or means something that can be written again.
 */
final class DamagedMessages {
  private static final int INPUTS = 20_000;
  private static final String ALPHABET = "{}[]\",:\\u0aeE+-.19dDtrfn \0\t\u00ff\u00ed\u00a0\u00f0";

  private final List<Vector> vectors;

  DamagedMessages(List<Vector> vectors) {
    this.vectors = vectors;
  }

  void check(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> originals = vectors.stream().map(Vector::bytes).toList();
    for (int i = 0; i < INPUTS; i++) {
      int which = random.nextInt(vectors.size());
      byte[] damaged = damage(originals.get(which), originals, random);
      try {
        check(vectors.get(which), damaged);
      } catch (RuntimeException | AssertionError e) {
        String about = "-Dfwq.seed=" + seed + " input " + i + " " + vectors.get(which).name();
        throw new AssertionError(about + ": " + new String(damaged, ISO_8859_1), e);
      }
    }
  }

  private static void check(Vector vector, byte[] damaged) {
    Object message;
    try {
      message = vector.read(damaged);
    } catch (BadMessageException e) {
      assertEquals(false, e.getMessage().isBlank());
      return;
    }
    byte[] again = vector.write(message);
    try {
      assertEquals(message, vector.read(again));
    } catch (BadMessageException e) {
      throw new AssertionError("written, but not readable", e);
    }
  }

  private static byte[] damage(byte[] original, List<byte[]> all, SplittableRandom random) {
    byte[] bytes = original.clone();
    for (int times = random.nextInt(3); times >= 0; times--) {
      int at = random.nextInt(bytes.length + 1);
      switch (random.nextInt(8)) {
        case 0 -> flip(bytes, random);
        case 1 -> bytes = splice(bytes, at, at, letters(random));
        case 2 -> bytes = splice(bytes, at, Math.min(bytes.length, at + random.nextInt(9)), "");
        case 3 -> bytes = splice(bytes, at, Math.min(bytes.length, at + 1), letters(random));
        case 4 -> bytes = crossed(bytes, at, all.get(random.nextInt(all.size())), random);
        case 5 -> bytes = splice(bytes, at, at, "\\ud83d");
        case 6 -> bytes = splice(bytes, at, Math.min(bytes.length, at + 2), "\u00ed\u00a0\u00bd");
        default -> random.nextBytes(bytes);
      }
    }
    return bytes;
  }

  private static void flip(byte[] bytes, SplittableRandom random) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  private static String letters(SplittableRandom random) {
    StringBuilder letters = new StringBuilder();
    for (int count = random.nextInt(4); count >= 0; count--) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return letters.toString();
  }

  private static byte[] crossed(byte[] bytes, int at, byte[] other, SplittableRandom random) {
    int from = random.nextInt(other.length);
    String piece = new String(Arrays.copyOfRange(other, from, other.length), ISO_8859_1);
    return splice(bytes, at, bytes.length, piece);
  }

  private static byte[] splice(byte[] bytes, int from, int to, String piece) {
    String text = new String(bytes, ISO_8859_1);
    return (text.substring(0, from) + piece + text.substring(to)).getBytes(ISO_8859_1);
  }
}
