package fwq.guild.client;

import fwq.kit.file.OwnerOnly;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second program of this machine from what is one program's, however the first ends. */
public final class ProgramLock implements AutoCloseable {
  private final FileChannel channel;

  private ProgramLock(FileChannel channel) {
    this.channel = channel;
  }

  /** A guild's folder. */
  public static ProgramLock ofGuild(Path data) throws Failure {
    return take(data.resolve("guild.lock"), "another guild works in the folder " + data);
  }

  /** A cart: two of one plate would refuse each other's sales, each by its own clock. */
  public static ProgramLock ofCart(ApplicationFile application) throws Failure {
    Path file = application.path();
    return take(
        file.resolveSibling(file.getFileName() + ".lock"),
        "another program is the cart of " + file + " already");
  }

  /**
   * Takes it.
   *
   * @throws Failure with a sentence when another program has it
   */
  private static ProgramLock take(Path file, String taken) throws Failure {
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new Failure(taken + ": stop that one first, or give another with --data DIR");
      }
      return new ProgramLock(channel);
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
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
