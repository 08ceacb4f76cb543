package fwq.trials.bench.registry;

import fwq.kit.frame.FrameClient;
import fwq.kit.net.HostPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each call again as soon as they are answered. */
final class Calls {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Calls() {}

  /** Refuses a reply that is not the wanted one. */
  @FunctionalInterface
  interface Check {
    void check(byte[] reply) throws IOException;
  }

  /**
   * Calls a second.
   *
   * @param requests one for each client
   */
  static double rate(HostPort server, List<byte[]> requests, Duration within, Check check)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    long end = start + within.toNanos();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (byte[] request : requests) {
        counts.add(clients.submit(() -> count(server, request, end, check)));
      }
      int calls = 0;
      for (Future<Integer> count : counts) {
        calls += count.get();
      }
      return calls * 1e9 / (System.nanoTime() - start);
    }
  }

  private static int count(HostPort server, byte[] request, long end, Check check)
      throws IOException {
    int calls = 0;
    try (FrameClient client = FrameClient.connect(server, PATIENCE)) {
      while (System.nanoTime() < end) {
        check.check(client.call(request));
        calls++;
      }
    }
    return calls;
  }
}
