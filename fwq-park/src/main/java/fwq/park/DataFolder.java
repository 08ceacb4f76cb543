package fwq.park;

import fwq.kit.file.OwnerOnly;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The park's folder while it is ours: no two parks may write to one. */
final class DataFolder implements AutoCloseable {
  /** The file that says which process has it. */
  static final String PROCESS = "park.pid";

  /** The file that says where the park's broker is. */
  private static final String BROKER = "park.broker";

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private DataFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Takes the folder, and notes for {@code fwq stop} who has it, and for {@code fwq operate} where
   * the broker is.
   */
  static DataFolder take(Path folder, int brokerPort) throws Failure {
    try {
      OwnerOnly.folder(folder.resolve("logs"));
      FileChannel file =
          FileChannel.open(
              folder.resolve("park.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = file.tryLock();
      if (lock == null) {
        file.close();
        throw taken(folder);
      }
      Files.writeString(folder.resolve(PROCESS), ProcessHandle.current().pid() + "\n");
      Files.writeString(folder.resolve(BROKER), "127.0.0.1:" + brokerPort + "\n");
      return new DataFolder(folder, file, lock);
    } catch (OverlappingFileLockException e) {
      throw taken(folder);
    } catch (IOException e) {
      throw new Failure(
          "the folder " + folder + " cannot be written to; give another with --data DIR", e);
    }
  }

  private static Failure taken(Path folder) {
    return new Failure(
        "another park runs with its data in "
            + folder
            + "; close it with fwq stop --data "
            + folder
            + ", or give another folder with --data DIR");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve(PROCESS));
    lock.release();
    lockFile.close();
  }
}
