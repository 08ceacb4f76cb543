package fwq.common.talk.audit;

import static java.time.temporal.ChronoUnit.DAYS;

import fwq.kit.file.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;

/**
 * Lines in {@code NAME.jsonl}, of mode 600. When that is full, or of another day, it becomes {@code
 * NAME.1.jsonl}, what had that name becomes {@code NAME.2.jsonl}, and so on; the oldest goes.
 * Opened for each write, so that several engines may share a folder. For one thread.
 */
public final class AuditFile {
  /** How many there are of one name. */
  public static final int FILES_MAX = 31;

  private static final Set<OpenOption> APPEND =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND,
          LinkOption.NOFOLLOW_LINKS);

  private final Path folder;
  private final String name;
  private final long bytesMax;

  /** After a power cut, or a disk that filled up, the last line may be half a line. */
  private boolean mayBeTorn = true;

  /**
   * The file, which need not be there yet.
   *
   * @param folder made when first needed
   * @param name of the program
   * @param bytesMax bytes in one file
   */
  public AuditFile(Path folder, String name, long bytesMax) {
    this.folder = folder;
    this.name = name;
    this.bytesMax = bytesMax;
  }

  /**
   * Where lines are.
   *
   * @param age 0 for the newest, to {@link #FILES_MAX} - 1
   */
  public static Path path(Path folder, String name, int age) {
    return folder.resolve(name + (age == 0 ? "" : "." + age) + ".jsonl");
  }

  /** Where lines go now. */
  Path path() {
    return path(folder, name, 0);
  }

  /**
   * Adds whole lines. They are the operating system's when this returns, and survive a kill.
   *
   * @param now by which the day ends, in UTC
   */
  void append(byte[] lines, Instant now) throws IOException {
    if (mayBeTorn) {
      OwnerOnly.folder(folder);
      OwnerOnly.tighten(path());
    }
    if (isFull(lines.length, now)) {
      rotate(lines.length, now);
    }
    boolean torn = mayBeTorn && endsWithinLine();
    mayBeTorn = true;
    try (FileChannel file = FileChannel.open(path(), APPEND, OwnerOnly.FILE)) {
      if (torn) {
        writeAll(file, new byte[] {'\n'});
      }
      writeAll(file, lines);
    }
    mayBeTorn = false;
  }

  private boolean isFull(int more, Instant now) throws IOException {
    return Files.exists(path())
        && (Files.size(path()) + more > bytesMax
            || Files.getLastModifiedTime(path()).toInstant().isBefore(now.truncatedTo(DAYS)));
  }

  private boolean endsWithinLine() throws IOException {
    if (!Files.exists(path()) || Files.size(path()) == 0) {
      return false;
    }
    try (FileChannel file = FileChannel.open(path(), StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }
  }

  private void rotate(int more, Instant now) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(name + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OwnerOnly.FILE);
        FileLock lock = channel.tryLock()) {
      // Without the lock another engine is at it: the next line will find it done. And never wait:
      // the one that has it may be frozen.
      if (lock != null && isFull(more, now)) {
        for (int age = FILES_MAX - 1; age >= 1; age--) {
          Path younger = path(folder, name, age - 1);
          if (Files.exists(younger)) {
            Files.move(younger, path(folder, name, age), StandardCopyOption.ATOMIC_MOVE);
          }
        }
      }
    } catch (OverlappingFileLockException e) {
      // As above, in one JVM.
    }
  }

  private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      var _ = file.write(buffer);
    }
  }
}
