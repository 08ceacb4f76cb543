package fwq.common.talk.audit;

import fwq.common.talk.audit.AuditEntry.Outcome;
import fwq.kit.program.Metrics;
import io.prometheus.metrics.core.metrics.Counter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit of one program, in files. A thread of its own writes them, because the engine's one
 * thread must not wait for a disk, and a slow disk must not slow logins down. The price is that a
 * program that is killed loses the few lines that its thread had not come to. What finds the queue
 * full, or the disk, is lost, counted, and told; the program goes on.
 */
public final class AuditLog implements Audit, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** Who is refused again and again must not wash out who comes and goes. */
  static final String REFUSALS = "-refused";

  private static final long FILE_BYTES_MAX = 10_000_000;
  private static final int QUEUE_MAX = 10_000;
  private static final int BATCH_MAX = 1_000;
  private static final Duration CLOSE = Duration.ofMillis(500);

  private final AuditFile file;
  private final AuditFile refusals;
  private final InstantSource clock;
  private final Repeats repeats = new Repeats();
  private final Counter lost;
  private final AtomicLong lostCount = new AtomicLong();
  private final Thread writer;

  /** An empty one is the end. */
  private final BlockingQueue<Optional<AuditEntry>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);

  // The writer's own.
  private boolean failing;
  private long toldLost;

  /**
   * Ready to note.
   *
   * @param data the program's folder; the files are in {@code audit} in there
   * @param program such as {@code registry}
   */
  public AuditLog(Path data, String program, Metrics metrics) {
    this(
        new AuditFile(folder(data), program, FILE_BYTES_MAX),
        new AuditFile(folder(data), program + REFUSALS, FILE_BYTES_MAX),
        InstantSource.system(),
        metrics);
  }

  AuditLog(AuditFile file, AuditFile refusals, InstantSource clock, Metrics metrics) {
    this.file = file;
    this.refusals = refusals;
    this.clock = clock;
    this.lost =
        metrics.counter("fwq_audit_lost_total", "Lines of the audit that could not be written.");
    this.writer = Thread.ofPlatform().name("audit").daemon().start(this::writeAll);
  }

  /** The names of a program's files: what was done, and what was refused. */
  public static List<String> names(String program) {
    return List.of(program, program + REFUSALS);
  }

  public static Path folder(Path data) {
    return data.resolve("audit");
  }

  @Override
  public void note(AuditEntry entry) {
    if (!queue.offer(Optional.of(entry))) {
      lose(1);
    }
  }

  /** Lines so far that could not be written. */
  long lost() {
    return lostCount.get();
  }

  private void lose(int lines) {
    lost.inc(lines);
    lostCount.addAndGet(lines);
  }

  private void writeAll() {
    boolean open = true;
    List<Optional<AuditEntry>> batch = new ArrayList<>();
    try {
      while (open) {
        Optional<AuditEntry> next =
            repeats.isEmpty()
                ? queue.take()
                : queue.poll(Repeats.WINDOW.toSeconds(), TimeUnit.SECONDS);
        if (next != null) {
          batch.add(next);
          queue.drainTo(batch, BATCH_MAX - 1);
        }
        open = batch.stream().allMatch(Optional::isPresent);
        Instant now = clock.instant();
        List<AuditEntry> entries = new ArrayList<>(repeats.due(now));
        for (Optional<AuditEntry> each : batch) {
          each.ifPresent(entry -> entries.addAll(repeats.add(entry, now)));
        }
        if (!open) {
          entries.addAll(repeats.rest(now));
        }
        write(file, entries, Outcome.DONE, now);
        write(refusals, entries, Outcome.REFUSED, now);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(AuditFile to, List<AuditEntry> all, Outcome outcome, Instant now) {
    List<AuditEntry> entries = all.stream().filter(it -> it.outcome() == outcome).toList();
    if (entries.isEmpty()) {
      return;
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (AuditEntry entry : entries) {
      lines.writeBytes(AuditJson.write(entry));
      lines.write('\n');
    }
    try {
      to.append(lines.toByteArray(), now);
      failing = false;
      tellLost();
    } catch (IOException e) {
      lose(entries.size());
      if (!failing) {
        failing = true;
        LOG.error(
            "the audit file {} cannot be written ({}), so what guests do is not noted; make room or"
                + " give another folder with --data DIR",
            to.path(),
            e.getMessage());
      }
    }
  }

  private void tellLost() {
    long now = lost();
    if (now > toldLost && queue.isEmpty()) {
      toldLost = now;
      LOG.warn("{} lines are lost so far to the audit file {}", now, file.path());
    }
  }

  /** Waits a little for what is queued. */
  @Override
  public void close() {
    try {
      if (!queue.offer(Optional.empty(), CLOSE.toMillis(), TimeUnit.MILLISECONDS)
          || !writer.join(CLOSE)) {
        LOG.warn("the last lines of the audit are not in {}", file.path());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
