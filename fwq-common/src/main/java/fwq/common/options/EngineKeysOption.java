package fwq.common.options;

import fwq.common.signing.EngineKeysFile;
import fwq.common.signing.ParkKeys;
import fwq.common.talk.visit.EngineTrust;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of all programs that tell, or are told, by which keys engines are known. */
public final class EngineKeysOption {
  @Option(
      names = "--engine-keys",
      paramLabel = "FILE",
      description =
          "the engines' public keys, by which what they say is proven; engines write them to"
              + " engine.pub in keys in their --data")
  private Path file;

  /** The file, at the park: an engine writes it, and others read it. It may not be there yet. */
  public EngineKeysFile file(Path data) {
    return new EngineKeysFile(
        file == null ? data.resolve(ParkKeys.FOLDER).resolve("engine.pub") : file);
  }

  /**
   * Those that were given; nothing where none were.
   *
   * @throws Failure with a sentence, when there are none in it
   */
  public Optional<EngineTrust> given(InstantSource clock) throws Failure {
    if (file == null) {
      return Optional.empty();
    }
    EngineKeysFile its = new EngineKeysFile(file);
    try {
      if (its.read().isEmpty()) {
        throw new Failure(
            "there is no key in " + file + "; an engine writes engine.pub in keys in its --data");
      }
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
    return Optional.of(EngineTrust.of(new EngineKeysFile.Watched(its, clock)));
  }
}
