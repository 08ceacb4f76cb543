package fwq.common.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a park's keys are: a folder with a {@link KeyringFile} for each purpose, which whoever
 * needs it first makes. Where older versions left their one {@code secret}, it is the first key of
 * all that it was for, so that what it has made goes on; tickets alone are signed with a new one at
 * once, since it is the engines', too.
 *
 * @param older where that one would be
 */
public record ParkKeys(Path folder, Path older) {
  /** A new key is used so much later than it is written: by then everybody has read it. */
  public static final Duration LEAD = Duration.ofSeconds(10);

  /** The folder's usual name. */
  public static final String FOLDER = "keys";

  /** What older versions called their one secret. */
  public static final String OLDER = "secret";

  /** Those of a folder of data. */
  public static ParkKeys in(Path data) {
    return new ParkKeys(data.resolve(FOLDER), data.resolve(OLDER));
  }

  /**
   * The file of a purpose, among the others; or apart from them, in a folder of the purpose's name,
   * where there is one.
   */
  public KeyringFile file(KeyPurpose purpose) {
    Path apart = folder.resolve(purpose.toString());
    return new KeyringFile((Files.isDirectory(apart) ? apart : folder).resolve(purpose.fileName()));
  }

  /**
   * What a broker needs of the keys that sign passes, and everybody may see: among the keys, or
   * apart from them in the folder {@code public}, where there is one.
   */
  public Path passes() {
    Path apart = folder.resolve("public");
    return (Files.isDirectory(apart) ? apart : folder).resolve("passes.jwks");
  }

  /** Whether there is a key already, so that none would be made. */
  public boolean has(KeyPurpose purpose) {
    return file(purpose).exists() || (purpose.wasOne() && hasOlder());
  }

  private boolean hasOlder() {
    return Files.exists(older, LinkOption.NOFOLLOW_LINKS);
  }

  /** What has been there since the first start. */
  public Path oldest(KeyPurpose purpose) {
    return hasOlder() ? older : file(purpose).file();
  }

  /**
   * The keys of a purpose, which are made where there are none.
   *
   * @throws IOException with a sentence that names the file
   */
  public Keyring load(KeyPurpose purpose, Instant now, SecureRandom random) throws IOException {
    KeyringFile file = file(purpose);
    if (!file.exists()) {
      file.create(first(purpose, now, random));
    }
    return file.read().without(purpose.lives(), now);
  }

  private Keyring first(KeyPurpose purpose, Instant now, SecureRandom random) throws IOException {
    if (!purpose.wasOne() || !hasOlder()) {
      return Keyring.of(SharedSecret.random(random), now);
    }
    Keyring before = Keyring.of(SharedSecret.loadOrCreate(older, random));
    return purpose == KeyPurpose.TICKET ? before.with(SharedSecret.random(random), now) : before;
  }

  /**
   * Writes one more key, which is used from then on.
   *
   * @param since {@link #LEAD} from now or later
   * @return all keys, without those of which nothing lives any more
   */
  public Keyring rotate(KeyPurpose purpose, Instant since, Instant now, SecureRandom random)
      throws IOException {
    Keyring all = load(purpose, now, random).with(SharedSecret.random(random), since);
    file(purpose).replace(all);
    return all;
  }
}
