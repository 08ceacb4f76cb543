package fwq.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that every web process of an installation gives alike, before and after any restart: RFC 9562
 * UUIDs of version 5, of {@code fwq/INSTALLATION}, {@code fwq/INSTALLATION/PARK} and {@code
 * fwq/INSTALLATION/PARK/RIDE} in the name space of URLs.
 */
public final class EntityId {
  private static final UUID URLS = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
  private static final long VERSION_BITS = 0xf000L;
  private static final long VERSION_5 = 0x5000L;
  private static final long VARIANT_BITS = 0xc000000000000000L;
  private static final long VARIANT = 0x8000000000000000L;

  private EntityId() {}

  /** The installation itself. */
  public static UUID destination(String installation) {
    return of("fwq/" + installation);
  }

  /** One of its parks. */
  public static UUID park(String installation, int park) {
    return of("fwq/" + installation + "/" + park);
  }

  /** A ride of a park. */
  public static UUID ride(String installation, int park, int ride) {
    return of("fwq/" + installation + "/" + park + "/" + ride);
  }

  private static UUID of(String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(URLS.getMostSignificantBits())
              .putLong(URLS.getLeastSignificantBits())
              .array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long most = (hash.getLong() & ~VERSION_BITS) | VERSION_5;
      long least = (hash.getLong() & ~VARIANT_BITS) | VARIANT;
      return new UUID(most, least);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
