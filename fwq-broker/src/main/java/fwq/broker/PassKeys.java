package fwq.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public halves of the keys that sign guests' passes: a file that the registry writes, before
 * or after this broker starts, and again when there is a new key. For many threads.
 */
final class PassKeys {
  private static final Logger LOG = LoggerFactory.getLogger(PassKeys.class);
  private static final int FILE_BYTES_MAX = 64 << 10;

  private final Path file;
  private Object version = "";
  private Map<String, PublicKey> keys = Map.of();

  PassKeys(Path file) {
    this.file = file;
  }

  /**
   * The key with this id.
   *
   * @param id or null
   */
  synchronized Optional<PublicKey> find(String id) {
    if (id == null) {
      return Optional.empty();
    }
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Object newest = List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
      if (!newest.equals(version)) {
        version = newest;
        keys = read();
        LOG.info("guests' passes are checked with the keys {} of {}", keys.keySet(), file);
      }
    } catch (NoSuchFileException e) {
      // No registry has made it yet, so nobody can have a pass.
    } catch (IOException | JoseException e) {
      LOG.warn("goes on with the keys of passes that it has: {}: {}", file, e.getMessage());
    }
    return Optional.ofNullable(keys.get(id));
  }

  private Map<String, PublicKey> read() throws IOException, JoseException {
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new IOException("it is too large");
    }
    Map<String, PublicKey> read = new HashMap<>();
    for (JsonWebKey key : new JsonWebKeySet(Files.readString(file)).getJsonWebKeys()) {
      if (key instanceof PublicJsonWebKey pair && key.getKeyId() != null) {
        read.put(key.getKeyId(), pair.getPublicKey());
      }
    }
    return Map.copyOf(read);
  }
}
