package fwq.common.audit;

import fwq.common.message.AuditEntry;
import fwq.common.wire.AuditJson;
import fwq.common.wire.BadMessageException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One program's entries, from the oldest file to the newest, and on as that grows and is replaced.
 * Lines that are none, as a power cut may leave, are skipped. For one thread.
 */
final class AuditTail implements AutoCloseable {
  private static final int LINE_BYTES_MAX = 4_096;

  private final Path folder;
  private final String name;

  /** Oldest first; the last is where lines are added. */
  private final Deque<Part> parts = new ArrayDeque<>();

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * A file being read.
   *
   * @param key tells it from others, whatever its name is by now
   */
  private record Part(InputStream in, Object key) {}

  /** The entries of a program in a folder, which need not be there yet. */
  AuditTail(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** The next entry, or nothing when there is no more for now. */
  Optional<AuditEntry> next() throws IOException {
    while (true) {
      if (parts.isEmpty() && !openNewer()) {
        return Optional.empty();
      }
      if (readLine(parts.getFirst().in())) {
        Optional<AuditEntry> entry = parse();
        if (entry.isPresent()) {
          return entry;
        }
      } else if (parts.size() > 1) {
        parts.removeFirst().in().close();
        line.reset();
      } else if (!openNewer()) {
        return Optional.empty();
      }
      // With a newer file open, the older one is read once more to its end, and left.
    }
  }

  private Optional<AuditEntry> parse() {
    try {
      return Optional.of(AuditJson.read(line.toByteArray()));
    } catch (BadMessageException e) {
      return Optional.empty();
    } finally {
      line.reset();
    }
  }

  /** Whether a line is complete; what there is of one that is not is kept. */
  private boolean readLine(InputStream in) throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return true;
      }
      if (line.size() < LINE_BYTES_MAX) {
        line.write(next);
      }
    }
    return false;
  }

  /** Opens the files that are newer than all that are open, and says whether there are any. */
  private boolean openNewer() throws IOException {
    Object newest = parts.isEmpty() ? null : parts.getLast().key();
    List<Part> newer = new ArrayList<>();
    // The newest first: what is renamed meanwhile is met once more, and known by its key.
    for (int age = 0; age < AuditFile.FILES_MAX; age++) {
      try {
        Path path = AuditFile.path(folder, name, age);
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        if (key.equals(newest)) {
          break;
        }
        if (newer.stream().noneMatch(part -> part.key().equals(key))) {
          newer.addFirst(new Part(new BufferedInputStream(Files.newInputStream(path)), key));
        }
      } catch (NoSuchFileException e) {
        // There is none of this age, or it is just being renamed.
      }
    }
    parts.addAll(newer);
    return !newer.isEmpty();
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.in().close();
    }
  }
}
