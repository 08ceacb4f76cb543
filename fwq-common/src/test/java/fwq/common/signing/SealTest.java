package fwq.common.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final long AT = 1_800_000_000_000L;
  private static final String ID = "0a1b2c3d";

  private final KeyPair engine = Ed25519.pair(SharedSecret.of(new byte[32]));

  private static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int park = 0; park < count; park++) {
      leaves.add(Seal.leaf(park, "map", ("frame " + park).getBytes(UTF_8)));
    }
    return leaves;
  }

  private List<byte[]> seal(List<byte[]> leaves) {
    return Seal.seal(leaves, AT, ID, engine.getPrivate());
  }

  private boolean isProven(byte[] leaf, byte[] bytes) {
    Seal seal = Seal.read(bytes).orElseThrow();
    return seal.isSigned(seal.statement(leaf), engine.getPublic());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 100, 1_000, Seal.LEAVES_MAX})
  void everyRecordOfARoundIsProvenByOneSignatureAndNoOtherIs(int count) {
    List<byte[]> leaves = leaves(count);
    List<byte[]> seals = seal(leaves);
    byte[] statement = Seal.read(seals.getFirst()).orElseThrow().statement(leaves.getFirst());
    for (int i = 0; i < count; i++) {
      Seal seal = Seal.read(seals.get(i)).orElseThrow();
      assertEquals(ID, seal.keyId());
      assertEquals(AT, seal.at());
      assertArrayEquals(statement, seal.statement(leaves.get(i)));
    }
    assertTrue(isProven(leaves.getLast(), seals.getLast()));
    assertFalse(isProven(Seal.leaf(0, "map", "another".getBytes(UTF_8)), seals.getFirst()));
    assertTrue(seals.getFirst().length <= 76 + 12 * 33);
  }

  @Test
  void anyOtherBitOfASealIsWrong() {
    List<byte[]> leaves = leaves(3);
    byte[] seal = seal(leaves).get(1);
    for (int bit = 0; bit < seal.length * Byte.SIZE; bit++) {
      byte[] other = seal.clone();
      other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      // The side is one bit of a byte.
      boolean isSide = bit / Byte.SIZE >= 76 && (bit / Byte.SIZE - 76) % 33 == 0;
      if (!isSide || bit % Byte.SIZE == 0) {
        assertFalse(isProven(leaves.get(1), other), "bit " + bit);
      }
    }
  }

  @Test
  void recordOfAnotherParkOrToAnotherGuestIsAnotherLeaf() {
    byte[] value = "x".getBytes(UTF_8);
    byte[] leaf = Seal.leaf(0, "ana", value);
    assertFalse(Arrays.equals(leaf, Seal.leaf(1, "ana", value)));
    assertFalse(Arrays.equals(leaf, Seal.leaf(0, "an", "ax".getBytes(UTF_8))));
  }

  /** Or a knot could be given out as a record. */
  @Test
  void knotIsNoLeaf() {
    List<byte[]> leaves = leaves(2);
    Seal seal = Seal.read(seal(leaves).getFirst()).orElseThrow();
    byte[] root = seal.statement(leaves.getFirst());
    Seal bare = Seal.read(Arrays.copyOf(seal(leaves).getFirst(), 76)).orElseThrow();
    assertFalse(Arrays.equals(root, bare.statement(leaves.getFirst())));
  }

  @Test
  void anotherKeyHasNotSignedIt() {
    byte[] other = new byte[32];
    other[0] = 1;
    List<byte[]> leaves = leaves(1);
    Seal seal = Seal.read(seal(leaves).getFirst()).orElseThrow();
    assertFalse(
        seal.isSigned(
            seal.statement(leaves.getFirst()), Ed25519.pair(SharedSecret.of(other)).getPublic()));
  }

  @Test
  void whatIsNoSealIsNone() {
    byte[] seal = seal(leaves(2)).getFirst();
    assertEquals(Optional.empty(), Seal.read(null));
    for (int length = 0; length < seal.length; length++) {
      boolean isBare = length == 76;
      assertEquals(isBare, Seal.read(Arrays.copyOf(seal, length)).isPresent(), "of " + length);
    }
    assertEquals(Optional.empty(), Seal.read(new byte[76 + 13 * 33]));
  }

  @Test
  void roundHasOneRecordToSoMany() {
    assertThrows(IllegalArgumentException.class, () -> seal(List.of()));
    assertThrows(IllegalArgumentException.class, () -> seal(leaves(Seal.LEAVES_MAX + 1)));
  }
}
