package fwq.kit.file;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders that nobody but their owner can read, not even for a moment. */
public final class OwnerOnly {
  /** Mode 600. */
  public static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /**
   * Makes a folder, and those above it, of mode 700. One that is there is left as it is: it may be
   * {@code /tmp}.
   */
  public static void folder(Path folder) throws IOException {
    Files.createDirectories(folder, FOLDER);
  }

  /** Puts a text where another may be. The file has the old text or the new one, whole. */
  public static void replace(Path file, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Puts a text where nothing is.
   *
   * @throws java.nio.file.FileAlreadyExistsException when something is
   */
  public static void create(Path file, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      Files.createLink(file, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Copies a file as it is now, over what may be there, with the time of its last change. It is on
   * the disk when this returns.
   */
  public static void copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        FileChannel out =
            FileChannel.open(
                to,
                Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING),
                FILE)) {
      in.transferTo(Channels.newOutputStream(out));
      out.force(true);
    }
    Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
  }

  /** Takes from group and others what rights they have to a file. Where none is, none is made. */
  public static void tighten(Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      Set<PosixFilePermission> rights = EnumSet.copyOf(OWNERS);
      Set<PosixFilePermission> now = Files.getPosixFilePermissions(file);
      rights.retainAll(now);
      if (!rights.equals(now)) {
        Files.setPosixFilePermissions(file, rights);
      }
    }
  }

  /**
   * Reads a text that nobody else can have read or written.
   *
   * @param what the file holds, for people, such as {@code key}
   * @param bytesMax more than this is not read
   * @return the text, where every byte above 127 stands for nothing in particular
   * @throws UnsafeFileException when somebody can; it says what to do
   */
  public static String read(Path file, String what, int bytesMax) throws IOException {
    refuseUnsafe(file, what);
    // Not followed here either: the file may have been swapped since it was looked at.
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(bytesMax), StandardCharsets.US_ASCII);
    }
  }

  /**
   * Refuses a file with a secret, which an operator has given, if somebody else can have read or
   * written it. The file may be a link to it.
   *
   * @param what the file holds, for people, such as {@code key}
   * @throws UnsafeFileException when somebody can; it says what to do
   */
  public static void check(Path file, String what) throws IOException {
    refuseUnsafe(file.toRealPath(), what);
  }

  private static void refuseUnsafe(Path file, String what) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw unsafe(
          file,
          what,
          "is a link or a folder, where a file was expected; put the "
              + what
              + " itself there, or delete it for a new one");
    }
    UnixSystem us = new UnixSystem();
    int owner = (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (owner != us.getUid()) {
      throw unsafe(
          file,
          what,
          "belongs to "
              + attributes.owner().getName()
              + " and not to who runs this; if nobody else has had it, say chown "
              + us.getUid()
              + " "
              + file
              + ", otherwise delete it for a new one");
    }
    if (!OWNERS.containsAll(attributes.permissions())) {
      throw unsafe(
          file,
          what,
          "can be read or written by others; if nobody has, say chmod 600 "
              + file
              + ", otherwise delete it for a new one");
    }
  }

  private static UnsafeFileException unsafe(Path file, String what, String why) {
    return new UnsafeFileException("the " + what + " file " + file + " " + why);
  }

  private static Path draft(Path file, String text) throws IOException {
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", FILE);
    // On the disk before it has its name: a power cut must not leave an empty file.
    return Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }
}
