package fwq.guild.client;

import fwq.common.park.Plate;
import fwq.kit.file.OwnerOnly;
import fwq.kit.json.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a cart keeps its application's id, with which it gets its key after a restart. */
public final class ApplicationFile {
  private static final int BYTES_MAX = 100;

  private final Path path;

  /** The file of a cart, in the folder of the program that runs it. */
  public ApplicationFile(Path data, int park, Plate plate) {
    this.path = data.resolve("carts").resolve(plate + "-park" + park);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** The application's id; nothing where none was kept. */
  public Optional<Secret> read() throws IOException {
    return Files.exists(path)
        ? Optional.of(new Secret(OwnerOnly.read(path, "application", BYTES_MAX).strip()))
        : Optional.empty();
  }

  /** Keeps an id in place of another. */
  public void write(Secret application) throws IOException {
    OwnerOnly.folder(path.getParent());
    OwnerOnly.replace(path, application.reveal() + "\n");
  }

  /** Forgets the id. */
  public void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
