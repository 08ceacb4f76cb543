package fwq.trials.bench.trips;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.SellerCodec;
import fwq.kit.frame.FrameClient;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A hundred clients that each search again as soon as they are answered. */
final class SearchCalls {
  private static final int CLIENTS = 100;
  private static final int SEARCHES = 1_000;
  private static final int CALLS_MAX = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<byte[]> requests;

  SearchCalls(Leg leg) {
    requests = Searches.of(leg, SEARCHES).stream().map(SellerCodec::write).toList();
  }

  /** What came of it. */
  record Result(double rate, double p99Millis) {}

  /** How long the replies are in the mean, in bytes. */
  int replyBytes(HostPort server) throws IOException {
    long bytes = 0;
    try (FrameClient client = FrameClient.connect(server, PATIENCE)) {
      for (byte[] request : requests) {
        bytes += client.call(request).length;
      }
    }
    return (int) (bytes / requests.size());
  }

  /** Searches for so long. */
  Result run(HostPort server, Duration within) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + within.toNanos();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        running.add(clients.submit(() -> times(server, first, end)));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> one : running) {
        times.add(one.get());
      }
      long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Result(
          all.length * 1e9 / (System.nanoTime() - start),
          all[Math.min(all.length - 1, all.length * 99 / 100)] / 1e6);
    }
  }

  private long[] times(HostPort server, int first, long end) throws IOException {
    long[] times = new long[1_024];
    int count = 0;
    try (FrameClient client = FrameClient.connect(server, PATIENCE)) {
      long before = System.nanoTime();
      while (before < end && count < CALLS_MAX) {
        byte[] _ = client.call(requests.get((first * 31 + count) % requests.size()));
        long now = System.nanoTime();
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = now - before;
        before = now;
      }
    }
    return Arrays.copyOf(times, count);
  }
}
