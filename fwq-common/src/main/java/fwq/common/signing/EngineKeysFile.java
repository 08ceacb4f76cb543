package fwq.common.signing;

import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an engine leaves the public halves of its keys for others. No secret is in it. */
public record EngineKeysFile(Path file) {
  private static final int FILE_BYTES_MAX = 16 * 1024;

  /** Writes those of a ring. */
  public void write(Keyring ring) throws IOException {
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      OwnerOnly.replace(file, EngineKeys.of(ring).text());
    } catch (IOException e) {
      throw new IOException(
          "the file " + file + " with the engine's public key cannot be written", e);
    }
  }

  /**
   * The keys in it; none where it is not there.
   *
   * @throws IOException with a sentence that names the file
   */
  public EngineKeys read() throws IOException {
    if (!Files.exists(file)) {
      return EngineKeys.NONE;
    }
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new IllegalArgumentException("it is too long");
      }
      return EngineKeys.parse(Files.readString(file));
    } catch (IllegalArgumentException | IOException e) {
      throw new IOException(
          "the file "
              + file
              + " does not hold engines' public keys, a line each (id and key), such as an engine"
              + " writes to engine.pub in keys in its --data: "
              + e.getMessage(),
          e);
    }
  }

  /** What is in it, read again when it is another. For many threads. */
  public static final class Watched {
    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final long LOOK_MILLIS = 2_000;

    private final EngineKeysFile file;
    private final InstantSource clock;
    private EngineKeys keys = EngineKeys.NONE;
    private Optional<FileTime> version = Optional.empty();
    private long lookedAt;

    public Watched(EngineKeysFile file, InstantSource clock) {
      this.file = file;
      this.clock = clock;
    }

    /** As they are now; looks every 2 s at most. */
    public synchronized EngineKeys keys() {
      long now = clock.millis();
      if (Math.abs(now - lookedAt) >= LOOK_MILLIS) {
        lookedAt = now;
        look();
      }
      return keys;
    }

    /** Keys that were known are not forgotten because a file is away. */
    private void look() {
      try {
        if (Files.exists(file.file)) {
          Optional<FileTime> now = Optional.of(Files.getLastModifiedTime(file.file));
          if (!now.equals(version)) {
            version = now;
            keys = file.read();
            LOG.info("engines are known by the keys {} of {}", keys, file.file);
          }
        }
      } catch (IOException e) {
        LOG.warn("{}", e.getMessage());
      }
    }
  }
}
