package fwq.journal.options;

import fwq.common.signing.JournalKey;
import fwq.common.signing.SharedSecret;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Option;

/**
 * The journal's two secrets, as files: with the append secret one may append, with the journal's
 * all else as well.
 */
public final class Secrets {
  private static final String JOURNAL = "journal.secret";
  private static final String APPEND = "append.secret";

  private Secrets() {}

  /** The option of programs that read or keep the journal. */
  public static final class Journal {
    @Option(
        names = "--journal-secret",
        paramLabel = "FILE",
        description =
            "what heads, nodes and readers share; the first of them makes it (default:"
                + " journal.secret in --data)")
    private Path file;

    /** Constructed by picocli. */
    public Journal() {}

    /** The key. */
    public JournalKey key(Path data) throws Failure {
      return read(file, data.resolve(JOURNAL));
    }
  }

  /** The option of programs that append. */
  public static final class Append {
    @Option(
        names = "--append-secret",
        paramLabel = "FILE",
        description =
            "what lets a client append, and nothing else; the head makes it (default:"
                + " append.secret in --data)")
    private Path file;

    /** Constructed by picocli. */
    public Append() {}

    /** The key. */
    public JournalKey key(Path data) throws Failure {
      return read(file, data.resolve(APPEND));
    }
  }

  private static JournalKey read(Path given, Path usual) throws Failure {
    try {
      return new JournalKey(
          SharedSecret.loadOrCreate(given == null ? usual : given, new SecureRandom()));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }
}
