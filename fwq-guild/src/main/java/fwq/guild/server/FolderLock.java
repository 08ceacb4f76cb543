package fwq.guild.server;

import fwq.kit.file.OwnerOnly;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second guild of this machine from the same folder, however the first ends. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws Failure with a sentence when another guild has it
   */
  static FolderLock take(Path data) throws Failure {
    Path file = data.resolve("guild.lock");
    try {
      OwnerOnly.folder(data);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new Failure(
            "another guild works in the folder "
                + data
                + ": stop that one first, or give another with --data DIR");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new Failure(
          "the file " + file + " cannot be written; give another folder with --data DIR", e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
