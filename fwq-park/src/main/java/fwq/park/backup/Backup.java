package fwq.park.backup;

import fwq.kit.file.OwnerOnly;
import fwq.kit.sqlite.Database;
import fwq.kit.sqlite.DatabaseException;
import fwq.park.backup.DataFiles.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Copies a park's folder while programs write to it. A file that is put in another's place
 * meanwhile, as a full audit is, is copied as well.
 */
final class Backup {
  /** Who puts files in each other's place more often than this does nothing else. */
  private static final int PASSES_MAX = 10;

  private final Path data;
  private final Path to;
  private final Map<Path, Object> identities = new HashMap<>();
  private final SortedMap<Path, Kind> copied = new TreeMap<>();

  /**
   * A backup that has not begun.
   *
   * @param to a folder that is empty
   */
  Backup(Path data, Path to) {
    this.data = data;
    this.to = to;
  }

  /** Makes it, and says what is in it. */
  DataFiles make() throws IOException, DatabaseException {
    for (int pass = 0; pass < PASSES_MAX && copyNew(); pass++) {}
    Digests.write(to, copied.keySet());
    return new DataFiles(copied);
  }

  /** Whether there was something new to copy. */
  boolean copyNew() throws IOException, DatabaseException {
    boolean any = false;
    for (Map.Entry<Path, Kind> each : DataFiles.in(data).kinds().entrySet()) {
      Path from = data.resolve(each.getKey());
      try {
        Object identity = Files.readAttributes(from, BasicFileAttributes.class).fileKey();
        if (!identity.equals(identities.get(each.getKey()))) {
          copy(from, to.resolve(each.getKey()), each.getValue());
          identities.put(each.getKey(), identity);
          copied.put(each.getKey(), each.getValue());
          any = true;
        }
      } catch (NoSuchFileException e) {
        // It went since the folder was looked through.
      }
    }
    return any;
  }

  private static void copy(Path from, Path copy, Kind kind) throws IOException, DatabaseException {
    OwnerOnly.folder(copy.getParent());
    switch (kind) {
      case FILE -> OwnerOnly.copy(from, copy);
      case DATABASE -> {
        Files.deleteIfExists(copy);
        Database.copy(from, copy);
        try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE)) {
          written.force(true);
        }
      }
    }
  }
}
