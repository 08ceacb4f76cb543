package fwq.operator.desk;

import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.Operate;
import fwq.guest.ParkLink;
import fwq.kit.program.Failure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * An operator's line to a park: says a word, and waits until the engine says what became of it. A
 * word that gets lost is said again; the park takes it once.
 */
public final class Desk implements ParkLink.Listener, AutoCloseable {
  /** An engine that stands by takes a park over within 3 s. */
  private static final Duration FRAME = Duration.ofSeconds(10);

  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final int TRIES = 4;

  /** No guest can have this name: for hearing frames where there is no guest. */
  private static final String NOBODY = "";

  private final ParkLink link;
  private final Signature signature;
  private final int park;
  private final InstantSource steady;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private Optional<MapFrame> frame = Optional.empty();
  private long frameAt;
  private List<SaidWord> words = List.of();
  private long lastAt;

  /**
   * A desk that listens from now on.
   *
   * @param link the desk's own from now on
   * @param steady a clock that nobody sets
   */
  public Desk(ParkLink link, Signature signature, int park, InstantSource steady) {
    this.link = link;
    this.signature = signature;
    this.park = park;
    this.steady = steady;
    link.listen(NOBODY, this);
  }

  /**
   * Says it.
   *
   * @return what the park says to it
   * @throws Failure when no engine answers
   */
  public SaidWord say(OperatorWord word) throws Failure, InterruptedException {
    var _ = frame();
    long at = nextAt();
    for (int tries = 0; tries < TRIES; tries++) {
      Operate said = new Operate(signature.session(), at, word);
      link.operate(said, bytes -> signature.sign(park, bytes));
      long mine = at;
      if (await(ANSWER, () -> find(said.alias(), mine).isPresent())) {
        return locked(() -> find(said.alias(), mine).orElseThrow());
      }
      if (isOvertaken(said)) {
        // Somebody else at the same console has said something later meanwhile.
        at = nextAt();
      }
    }
    throw new Failure(
        "park "
            + park
            + " does not answer, so it is not known whether it heard; look with fwq"
            + " operate, and say it again if it did not");
  }

  /**
   * The newest picture.
   *
   * @throws Failure when there is none, because no engine holds the park
   */
  public MapFrame frame() throws Failure, InterruptedException {
    if (!await(FRAME, () -> frame.isPresent())) {
      throw new Failure(
          "no engine holds park " + park + " just now; start one, or try again when it is back");
    }
    return locked(frame::orElseThrow);
  }

  /** What operators said last, oldest first; waits a moment where nothing is known yet. */
  public List<SaidWord> words(Duration patience) throws InterruptedException {
    var _ = await(patience, () -> !words.isEmpty());
    return locked(() -> words);
  }

  /** The park's own time, carried on: another machine's clock may be another. */
  private long nextAt() {
    return locked(
        () -> {
          long now = frame.orElseThrow().at() + steady.millis() - frameAt;
          long last =
              words.stream()
                  .filter(it -> it.by().equals(signature.name()))
                  .mapToLong(SaidWord::at)
                  .max()
                  .orElse(0);
          lastAt = Math.max(now, Math.max(lastAt, last) + 1);
          return lastAt;
        });
  }

  private boolean isOvertaken(Operate said) {
    return locked(
        () -> words.stream().anyMatch(it -> it.by().equals(said.alias()) && it.at() > said.at()));
  }

  private Optional<SaidWord> find(String by, long at) {
    return words.stream().filter(it -> it.by().equals(by) && it.at() == at).findFirst();
  }

  private boolean await(Duration limit, BooleanSupplier condition) throws InterruptedException {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = news.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void frame(MapFrame newer) {
    lock.lock();
    try {
      frame = Optional.of(newer);
      frameAt = steady.millis();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void words(List<SaidWord> newer) {
    lock.lock();
    try {
      words = newer;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void answer(String alias, Answer answer) {
    // Nobody here is a guest.
  }

  @Override
  public void close() {
    link.close();
  }
}
