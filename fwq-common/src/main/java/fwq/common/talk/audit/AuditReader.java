package fwq.common.talk.audit;

import fwq.kit.json.BadMessageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One program's entries, from the oldest file to the newest. Lines that are none, as a power cut
 * may leave, are skipped.
 */
public final class AuditReader implements AutoCloseable {
  /** Oldest first. */
  private final Deque<BufferedReader> files = new ArrayDeque<>();

  /** Opens the files of a program in a folder; those that are not there are none. */
  public AuditReader(Path folder, String name) throws IOException {
    Set<Object> known = new HashSet<>();
    // The newest first: what is renamed meanwhile is met once more, and known by its key.
    for (int age = 0; age < AuditFile.FILES_MAX; age++) {
      Path path = AuditFile.path(folder, name, age);
      try {
        if (known.add(Files.readAttributes(path, BasicFileAttributes.class).fileKey())) {
          files.addFirst(Files.newBufferedReader(path, StandardCharsets.ISO_8859_1));
        }
      } catch (NoSuchFileException e) {
        // There is none of this age.
      }
    }
  }

  /** The next entry, or nothing at the end. */
  public Optional<AuditEntry> next() throws IOException {
    while (!files.isEmpty()) {
      String line = files.getFirst().readLine();
      if (line == null) {
        files.removeFirst().close();
        continue;
      }
      try {
        return Optional.of(AuditJson.read(line.getBytes(StandardCharsets.ISO_8859_1)));
      } catch (BadMessageException e) {
        // Torn: the next one may be whole.
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    for (BufferedReader file : files) {
      file.close();
    }
  }
}
