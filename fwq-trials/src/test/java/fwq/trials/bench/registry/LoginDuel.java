package fwq.trials.bench.registry;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.kit.json.BadMessageException;
import fwq.registry.PasswordHash;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A registry's logins beside the hashes that this machine's cores can do when they do no more. */
public final class LoginDuel implements Duel {
  private static final int TENTHS_OF_SECONDS = 40;

  @Override
  public String name() {
    return "logins";
  }

  @Override
  public String unit() {
    return "logins a second";
  }

  @Override
  public String first() {
    return "registry, 32 guests at once";
  }

  @Override
  public String second() {
    return "Argon2id alone, on every core";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.85);
  }

  @Override
  public double measure(Workbench bench, boolean isRegistry) throws Exception {
    Duration within = Duration.ofMillis(Math.max(1_000, bench.load(TENTHS_OF_SECONDS) * 100L));
    if (!isRegistry) {
      return hashes(within);
    }
    try (OpenRegistry registry = new OpenRegistry()) {
      return Calls.rate(registry.address(), OpenRegistry.logins(), within, LoginDuel::check);
    }
  }

  private static void check(byte[] reply) throws IOException {
    try {
      if (!(RegistryCodec.readReply(reply) instanceof LoggedIn)) {
        throw new IOException(new String(reply, StandardCharsets.UTF_8));
      }
    } catch (BadMessageException e) {
      throw new IOException(e);
    }
  }

  private static double hashes(Duration within) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        counts.add(threads.submit(() -> hash(start + within.toNanos())));
      }
      int hashes = 0;
      for (Future<Integer> count : counts) {
        hashes += count.get();
      }
      return hashes * 1e9 / (System.nanoTime() - start);
    }
  }

  private static int hash(long end) {
    PasswordHash.Cost cost = PasswordHash.Cost.OWASP;
    var memory = PasswordHash.memory(cost);
    byte[] password = OpenRegistry.PASSWORD.reveal().getBytes(StandardCharsets.UTF_8);
    PasswordHash hash = PasswordHash.of(password, cost, new SecureRandom(), memory);
    int hashes = 0;
    while (System.nanoTime() < end) {
      if (!hash.matches(password, memory)) {
        throw new IllegalStateException("it was of this password");
      }
      hashes++;
    }
    return hashes;
  }
}
