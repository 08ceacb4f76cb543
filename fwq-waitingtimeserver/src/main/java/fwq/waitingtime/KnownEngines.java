package fwq.waitingtime;

import fwq.kit.tls.KeyPin;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which engines are answered. Their files are read when one comes, since an engine may make its own
 * only when it starts.
 *
 * @param files certificates or public keys as PEM; none where whoever asks is answered
 */
record KnownEngines(List<Path> files) {
  /** Whoever asks. */
  static final KnownEngines ANYBODY = new KnownEngines(List.of());

  KnownEngines {
    files = List.copyOf(files);
  }

  /** Whether a peer is answered that has proved to have this key, or none. */
  boolean areAnswered(Optional<KeyPin> key) {
    return files.isEmpty()
        || key.filter(it -> files.stream().anyMatch(its -> isOf(its, it))).isPresent();
  }

  private static boolean isOf(Path file, KeyPin key) {
    try {
      return Trust.Only.read(file).key().equals(key);
    } catch (IOException e) {
      // Not there yet, or none: whoever comes is not known by it.
      return false;
    }
  }
}
