package fwq.common.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What proves that an engine has said something: one Ed25519 signature for all that it said in a
 * round, of which each record is a leaf of a Merkle tree, and shows its way to the root.
 *
 * <p>As bytes: the key's id (4), when it was signed in epoch milliseconds (8), the signature (64),
 * and for each step up the tree on which side the other half is (1: 0 left, 1 right) and its hash
 * (32). Signed are the words {@code fwq seal 1}, that id and time, and the root. Leaves and knots
 * are hashed with another first byte, as in RFC 9162, so that none can be taken for the other.
 */
public final class Seal {
  /** Name of the Kafka header that carries it. */
  public static final String HEADER = "seal";

  /** Records that one signature can be for. */
  public static final int LEAVES_MAX = 1 << 12;

  private static final byte[] PURPOSE = "fwq seal 1".getBytes(StandardCharsets.UTF_8);
  private static final int HASH_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;
  private static final int NAME_BYTES = Integer.BYTES + Long.BYTES;
  private static final int HEAD_BYTES = NAME_BYTES + SIGNATURE_BYTES;
  private static final int STEP_BYTES = 1 + HASH_BYTES;
  private static final int STEPS_MAX = 12;
  private static final byte LEAF = 0;
  private static final byte KNOT = 1;
  private static final byte LEFT = 0;
  private static final byte RIGHT = 1;

  private final byte[] bytes;

  private Seal(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads one; nothing where it is none.
   *
   * @param bytes or null
   */
  public static Optional<Seal> read(byte[] bytes) {
    int path = bytes == null ? -1 : bytes.length - HEAD_BYTES;
    return path < 0 || path % STEP_BYTES != 0 || path / STEP_BYTES > STEPS_MAX
        ? Optional.empty()
        : Optional.of(new Seal(bytes.clone()));
  }

  /** The id of the key that it says it is signed with. */
  public String keyId() {
    return HexFormat.of().formatHex(bytes, 0, Integer.BYTES);
  }

  /** When it says that it was signed, in epoch milliseconds. */
  public long at() {
    return ByteBuffer.wrap(bytes).getLong(Integer.BYTES);
  }

  /** What would have to be signed for this leaf. */
  public byte[] statement(byte[] leaf) {
    byte[] hash = leaf;
    for (int step = HEAD_BYTES; step < bytes.length; step += STEP_BYTES) {
      byte[] other = new byte[HASH_BYTES];
      System.arraycopy(bytes, step + 1, other, 0, HASH_BYTES);
      hash = bytes[step] == LEFT ? knot(other, hash) : knot(hash, other);
    }
    return joined(PURPOSE, Arrays.copyOf(bytes, NAME_BYTES), hash);
  }

  /** Whether the key's owner has signed this statement. */
  public boolean isSigned(byte[] statement, PublicKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(statement);
      return signature.verify(bytes, NAME_BYTES, SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      // Bytes that are no signature at all.
      return false;
    }
  }

  /**
   * The leaf of a record.
   *
   * @param park its partition
   * @param key its key
   */
  public static byte[] leaf(int park, String key, byte[] value) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    MessageDigest hash = sha256();
    hash.update(
        ByteBuffer.allocate(1 + 2 * Integer.BYTES + name.length)
            .put(LEAF)
            .putInt(park)
            .putInt(name.length)
            .put(name)
            .array());
    return hash.digest(value);
  }

  /**
   * Signs all of them at once.
   *
   * @param leaves 1 to {@link #LEAVES_MAX}
   * @param keyId 8 hexadecimal digits
   * @return the seal of each, as bytes
   */
  public static List<byte[]> seal(List<byte[]> leaves, long at, String keyId, PrivateKey key) {
    if (leaves.isEmpty() || leaves.size() > LEAVES_MAX) {
      throw new IllegalArgumentException("1 to " + LEAVES_MAX + " leaves, got " + leaves.size());
    }
    List<ByteArrayOutputStream> paths = new ArrayList<>();
    leaves.forEach(_ -> paths.add(new ByteArrayOutputStream(STEPS_MAX * STEP_BYTES)));
    List<byte[]> level = leaves;
    for (int height = 0; level.size() > 1; height++) {
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        step(level, leaf >> height, paths.get(leaf));
      }
      level = above(level);
    }
    byte[] name =
        ByteBuffer.allocate(NAME_BYTES).put(HexFormat.of().parseHex(keyId)).putLong(at).array();
    byte[] signature = sign(joined(PURPOSE, name, level.getFirst()), key);
    return paths.stream().map(path -> joined(name, signature, path.toByteArray())).toList();
  }

  private static void step(List<byte[]> level, int index, ByteArrayOutputStream path) {
    int other = index ^ 1;
    // The last of an odd number has no other half, and goes up as it is.
    if (other < level.size()) {
      path.write(other < index ? LEFT : RIGHT);
      path.writeBytes(level.get(other));
    }
  }

  private static List<byte[]> above(List<byte[]> level) {
    List<byte[]> above = new ArrayList<>();
    for (int index = 0; index < level.size(); index += 2) {
      above.add(
          index + 1 < level.size()
              ? knot(level.get(index), level.get(index + 1))
              : level.get(index));
    }
    return above;
  }

  private static byte[] knot(byte[] left, byte[] right) {
    MessageDigest hash = sha256();
    hash.update(KNOT);
    hash.update(left);
    return hash.digest(right);
  }

  private static byte[] sign(byte[] statement, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(statement);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second, byte[] third) {
    return ByteBuffer.allocate(first.length + second.length + third.length)
        .put(first)
        .put(second)
        .put(third)
        .array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
