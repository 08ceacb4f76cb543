package fwq.common.signing;

import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that a running program uses: one thread looks whether others have been written, and
 * forgets those of which nothing lives any more. For many threads.
 */
public final class LiveKeys implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveKeys.class);

  /** How often files are looked at, several times within {@link ParkKeys#LEAD}. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final ParkKeys keys;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final List<Live> all = new CopyOnWriteArrayList<>();
  private final Stop closed = new Stop();

  /** Those in a folder. */
  public LiveKeys(ParkKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
    Thread.ofVirtual().name("keys").start(this::lookOften);
  }

  /**
   * The keys of a purpose, which are made where there are none. What it gives is as of now: ask it
   * again each time.
   *
   * @throws Failure with a sentence that names the file
   */
  public Supplier<Keyring> ring(KeyPurpose purpose) throws Failure {
    return ring(purpose, _ -> {});
  }

  /**
   * The same, where somebody is told when there are others.
   *
   * @param changed called by the thread that looks
   */
  public Supplier<Keyring> ring(KeyPurpose purpose, Consumer<Keyring> changed) throws Failure {
    try {
      Keyring now = keys.load(purpose, clock.instant(), random);
      return add(new Live(purpose, keys.file(purpose), now, changed));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /**
   * The keys of a purpose in a file that this program was given.
   *
   * @throws Failure with a sentence that names the file
   */
  public Supplier<Keyring> ring(KeyPurpose purpose, KeyringFile file) throws Failure {
    try {
      return add(new Live(purpose, file, file.read(), _ -> {}));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private Live add(Live live) {
    all.add(live);
    return live;
  }

  /** What is needed to check guests, the registry and operators at the park's own machine. */
  public VisitKeys forVisits() throws Failure {
    return new VisitKeys(
        ring(KeyPurpose.SESSION), ring(KeyPurpose.REVOCATION), ring(KeyPurpose.CONSOLE));
  }

  private void lookOften() {
    try {
      while (!closed.await(PAUSE)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Once. */
  synchronized void look() {
    all.forEach(Live::look);
  }

  @Override
  public void close() {
    closed.request();
  }

  /** The keys of one purpose. */
  private final class Live implements Supplier<Keyring> {
    private final KeyPurpose purpose;
    private final KeyringFile file;
    private final Consumer<Keyring> changed;
    private volatile Keyring ring;
    // Guarded by the lock of all.
    private Object version = "";
    private String complaint = "";

    private Live(KeyPurpose purpose, KeyringFile file, Keyring ring, Consumer<Keyring> changed) {
      this.purpose = purpose;
      this.file = file;
      this.ring = ring;
      this.changed = changed;
    }

    @Override
    public Keyring get() {
      return ring;
    }

    /** Goes on with the keys that it has while the file cannot be read. */
    private void look() {
      try {
        Object now = file.version();
        Keyring read = now.equals(version) ? ring : file.read();
        version = now;
        complaint = "";
        String before = ring.toString();
        ring = read.without(purpose.lives(), clock.instant());
        if (!ring.toString().equals(before)) {
          LOG.info("{} keys are {} now, and were {}", purpose, ring, before);
          changed.accept(ring);
        }
      } catch (IOException e) {
        if (!complaint.equals(e.getMessage())) {
          complaint = String.valueOf(e.getMessage());
          LOG.warn("goes on with the {} keys that it has: {}", purpose, complaint);
        }
      }
    }
  }
}
