package fwq.registry;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's Argon2id hash (RFC 9106) with all that is needed to compare another password with
 * it. Written as PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Pure but for the
 * salt's randomness, which is given.
 */
public final class PasswordHash {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{1,90})\\$([A-Za-z0-9+/]{1,90})");

  private final Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  /**
   * What one hash costs.
   *
   * @param memoryKib memory in KiB
   * @param passes over that memory
   * @param lanes of that memory
   */
  public record Cost(int memoryKib, int passes, int lanes) {
    /** OWASP's figures for passwords. */
    public static final Cost OWASP = new Cost(19_456, 2, 1);

    /** Refuses what Argon2 cannot do, and what no machine should. */
    public Cost {
      if (lanes < 1 || passes < 1 || memoryKib < 8 * lanes || memoryKib > 1 << 20) {
        throw new IllegalArgumentException("no such cost of a password hash");
      }
    }
  }

  private PasswordHash(Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * Loads what hashing needs, which takes some tenths of a second: to be done beside the start, so
   * that the first guest does not wait for it.
   */
  static void load() {
    Cost small = new Cost(8, 1, 1);
    byte[] some = new byte[SALT_BYTES];
    var _ = argon2id(some, small, some, HASH_BYTES, memory(small));
  }

  /** Memory for one hash after another; it is wiped in between. */
  public static BlockPool memory(Cost cost) {
    return new FixedBlockPool(cost.memoryKib());
  }

  /**
   * The hash of a password with a fresh salt.
   *
   * @param memory what {@link #memory} gave, in use by nobody else
   */
  public static PasswordHash of(byte[] password, Cost cost, SecureRandom random, BlockPool memory) {
    byte[] salt = bytes(SALT_BYTES, random);
    return new PasswordHash(cost, salt, argon2id(password, cost, salt, HASH_BYTES, memory));
  }

  /** A hash that no password has, but that takes as long as any to compare with. */
  static PasswordHash ofNobody(Cost cost, SecureRandom random) {
    return new PasswordHash(cost, bytes(SALT_BYTES, random), bytes(HASH_BYTES, random));
  }

  /**
   * Reads a PHC string.
   *
   * @throws IllegalArgumentException when it is not one of Argon2id, version 19
   */
  static PasswordHash parse(String phc) {
    Matcher matcher = PHC.matcher(phc);
    if (!matcher.matches()) {
      // The text itself stays out of the message: it is worth guessing against.
      throw new IllegalArgumentException("not an Argon2id hash of version 19");
    }
    Cost cost =
        new Cost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    Base64.Decoder base64 = Base64.getDecoder();
    return new PasswordHash(cost, base64.decode(matcher.group(4)), base64.decode(matcher.group(5)));
  }

  /** Whether this is the hash of that password; takes as long when it is not. */
  public boolean matches(byte[] password, BlockPool memory) {
    return MessageDigest.isEqual(hash, argon2id(password, cost, salt, hash.length, memory));
  }

  /** Whether it was made at this cost, with salt and hash as long as those of new ones. */
  boolean costs(Cost other) {
    return cost.equals(other) && salt.length == SALT_BYTES && hash.length == HASH_BYTES;
  }

  /** The PHC string. */
  String phc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        cost.memoryKib(),
        cost.passes(),
        cost.lanes(),
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }

  private static byte[] argon2id(
      byte[] password, Cost cost, byte[] salt, int length, BlockPool memory) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .withBlockPool(memory)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }

  private static byte[] bytes(int length, SecureRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "***";
  }
}
