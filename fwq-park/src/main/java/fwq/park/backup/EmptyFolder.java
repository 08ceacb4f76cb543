package fwq.park.backup;

import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where something is to be put, and nothing may be. */
final class EmptyFolder {
  private EmptyFolder() {}

  /**
   * Refuses a place where something is.
   *
   * @param advice what to do then
   */
  static void check(Path folder, String advice) throws Failure {
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new Failure("the folder " + folder + " is not empty: " + advice);
      }
    } catch (NoSuchFileException e) {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new Failure(folder + " is a link to nothing: " + advice, e);
      }
    } catch (NotDirectoryException e) {
      throw new Failure(folder + " is a file, not a folder: " + advice, e);
    } catch (IOException e) {
      throw new Failure("the folder " + folder + " cannot be read: " + advice, e);
    }
  }

  /** What went wrong, also where Java says nothing but which file it was about. */
  static String reason(Exception e) {
    return e instanceof FileSystemException its && its.getReason() == null
        ? "the file " + its.getFile() + " cannot be used (" + e.getClass().getSimpleName() + ")"
        : e.getMessage();
  }
}
