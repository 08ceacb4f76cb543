package fwq.kit.program;

import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a program when one of its threads ends by an exception: it is said, and an {@link
 * Error}, such as that there is no memory left, ends the program. One thread less and all else
 * going on would look as if nothing were amiss.
 */
final class Uncaught implements Thread.UncaughtExceptionHandler {
  private final IntConsumer end;

  /**
   * A handler for all threads.
   *
   * @param end ends the program with this exit code, whatever state it is in
   */
  Uncaught(IntConsumer end) {
    this.end = end;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable problem) {
    try {
      LoggerFactory.getLogger(Uncaught.class)
          .error("the thread {} ended; this is a fault of the program itself", thread, problem);
    } finally {
      if (problem instanceof Error) {
        end.accept(Program.FAILED);
      }
    }
  }
}
