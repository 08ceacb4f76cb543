package fwq.park.backup;

import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** Puts a backup where nothing is. */
final class Restoring {
  private Restoring() {}

  /**
   * Copies all of a backup, if all of it is as it was written.
   *
   * @param data a folder that is empty, or not there
   * @return what was copied, by its place in the folder
   * @throws IOException with a sentence
   */
  static Collection<Path> restore(Path backup, Path data) throws IOException {
    Collection<Path> files = Digests.check(backup).keySet();
    OwnerOnly.folder(data);
    for (Path file : files) {
      OwnerOnly.folder(data.resolve(file).getParent());
      OwnerOnly.copy(backup.resolve(file), data.resolve(file));
    }
    return files;
  }
}
