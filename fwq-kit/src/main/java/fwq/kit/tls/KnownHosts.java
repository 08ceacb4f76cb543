package fwq.kit.tls;

import fwq.kit.file.OwnerOnly;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The registries that were met, one line each: {@code host:port sha256:…}. Empty lines and lines
 * that begin with {@code #} mean nothing. For any number of threads and programs at once.
 *
 * @param file where they are kept
 */
public record KnownHosts(Path file) {
  private static final long FILE_BYTES_MAX = 1 << 20;
  private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);
  private static final Duration LOCK_PAUSE = Duration.ofMillis(10);

  /** A file's lock keeps programs apart, and this one the threads of one program. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  /**
   * What came of meeting a server.
   *
   * @param key the key that is known
   * @param first whether it is known since just now
   */
  record Meeting(KeyPin key, boolean first) {}

  /**
   * Looks a server up, and notes its key if it was never met.
   *
   * @throws UntrustedPeerException when the file cannot be read, understood or written: to trust
   *     without it would be to trust anybody
   */
  Meeting meet(HostPort peer, KeyPin came) throws UntrustedPeerException {
    try {
      Optional<KeyPin> known = find(peer);
      return known.isPresent() ? new Meeting(known.get(), false) : learn(peer, came);
    } catch (UntrustedPeerException e) {
      throw e;
    } catch (IOException e) {
      throw new UntrustedPeerException(
          "the file of known servers "
              + file
              + " cannot be read and written; give another with --known-hosts FILE, or the"
              + " server's certificate with --trust FILE",
          e);
    }
  }

  private Optional<KeyPin> find(HostPort peer) throws IOException {
    Optional<KeyPin> found = Optional.empty();
    List<String> lines = lines();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int gap = line.indexOf(' ');
      try {
        KeyPin pin = new KeyPin(line.substring(gap + 1).strip());
        if (gap < 0 || line.substring(0, gap).indexOf(':') < 1) {
          throw damaged(number);
        }
        if (found.isEmpty() && name(peer).equals(line.substring(0, gap).toLowerCase(Locale.ROOT))) {
          found = Optional.of(pin);
        }
      } catch (IllegalArgumentException e) {
        throw damaged(number);
      }
    }
    return found;
  }

  /** Also where it is another server's line: what it said of whom can no longer be known. */
  private UntrustedPeerException damaged(int number) {
    return new UntrustedPeerException(
        "line "
            + number
            + " of "
            + file
            + " is not a server and its key, such as '127.0.0.1:5050"
            + " sha256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; mend or remove it");
  }

  private List<String> lines() throws IOException {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new IOException("too large");
      }
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private Meeting learn(HostPort peer, KeyPin came) throws IOException {
    OwnerOnly.folder(folder());
    long deadline = System.nanoTime() + LOCK_LIMIT.toNanos();
    lockThreads();
    try (FileChannel channel =
            FileChannel.open(
                folder().resolve(file.getFileName() + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnerOnly.FILE);
        FileLock _ = lock(channel, deadline)) {
      // Another program may have met it meanwhile.
      Optional<KeyPin> known = find(peer);
      if (known.isPresent()) {
        return new Meeting(known.get(), false);
      }
      List<String> lines = new ArrayList<>(lines());
      lines.add(name(peer) + " " + came);
      // A link stays one, and what it points to is replaced.
      Path target = Files.exists(file) ? file.toRealPath() : file;
      OwnerOnly.replace(target, String.join("\n", lines) + "\n");
      return new Meeting(came, true);
    } finally {
      THREADS.unlock();
    }
  }

  private static void lockThreads() throws IOException {
    try {
      if (!THREADS.tryLock(LOCK_LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("locked for too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static FileLock lock(FileChannel channel, long deadlineNanos) throws IOException {
    FileLock lock = channel.tryLock();
    while (lock == null) {
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new IOException("locked for too long");
      }
      LockSupport.parkNanos(LOCK_PAUSE.toNanos());
      lock = channel.tryLock();
    }
    return lock;
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }

  private static String name(HostPort peer) {
    return peer.toString().toLowerCase(Locale.ROOT);
  }
}
