package fwq.guild.books;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * A record that is decoded, or being decoded on whichever core is free.
 *
 * @param together what it is decoded together with, in order
 * @param index which of those it is
 */
record Decoding(ForkJoinTask<List<Said>> together, int index) {
  /** Fewer are decoded sooner by one thread than another is woken. */
  private static final int SHARED_MIN = 64;

  /** Begins, and waits for nothing but a few records. */
  static ForkJoinTask<List<Said>> begin(ForkJoinTask<List<Said>> together, int records) {
    if (records < SHARED_MIN) {
      var _ = together.invoke();
      return together;
    }
    return ForkJoinPool.commonPool().submit(together);
  }

  /** What it says, as soon as that is known. */
  Said said() {
    return together.join().get(index);
  }
}
