package fwq.kit.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder, which is gone when closed unless someone wants to keep it. */
public final class ScratchFolder implements AutoCloseable {
  private final Path path;
  private boolean kept;

  /** Makes one whose name begins so. */
  public ScratchFolder(String name) throws IOException {
    path = Files.createTempDirectory(name);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Leaves it behind, for people to look at. */
  public Path keep() {
    kept = true;
    return path;
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    delete(path);
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
