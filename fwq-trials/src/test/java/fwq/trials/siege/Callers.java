package fwq.trials.siege;

import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Guests who log in, each over a new connection, and a guesser. */
record Callers(HostPort registry, Trust trust) {
  static final Secret PASSWORD = new Secret("correct horse battery");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * What a guesser reached.
   *
   * @param checked passwords that the registry compared
   * @param putOff tries that it told to wait
   */
  record Guesses(int checked, int putOff) {}

  /** Registers guests, from {@code guest0} on. */
  void register(int count) throws IOException, BadMessageException {
    for (int guest = 0; guest < count; guest++) {
      RegistryReply reply =
          ask(
              new RegistryRequest.Register(
                  "guest" + guest, "A guest", "a@example.org", PASSWORD, Optional.empty()));
      if (!(reply instanceof RegistryReply.Done)) {
        throw new IOException("a guest could not register: " + reply);
      }
    }
  }

  /** How long each of so many logins takes, two at a time, from connecting to the reply. */
  Sample logins(int count) throws InterruptedException, ExecutionException {
    try (ExecutorService pair = Executors.newFixedThreadPool(2)) {
      var logins =
          IntStream.range(0, count)
              .mapToObj(i -> pair.submit(() -> login("guest" + i % 2, PASSWORD)))
              .toList();
      double[] millis = new double[count];
      for (int i = 0; i < count; i++) {
        millis[i] = resultOf(logins.get(i));
      }
      return Sample.of(millis);
    }
  }

  private static double resultOf(Future<Double> login)
      throws InterruptedException, ExecutionException {
    return login.get();
  }

  private double login(String alias, Secret password) throws IOException, BadMessageException {
    long start = System.nanoTime();
    RegistryReply reply = ask(new RegistryRequest.Login(alias, password));
    if (!(reply instanceof RegistryReply.LoggedIn)) {
      throw new IOException("a guest could not log in: " + reply);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** How long the registry takes to say no, without the time to connect. */
  double refusal(String alias) throws IOException, BadMessageException {
    try (FrameClient client = FrameClient.connect(registry, PATIENCE, trust)) {
      byte[] request =
          RegistryCodec.write(new RegistryRequest.Login(alias, new Secret("wrong horse")));
      long start = System.nanoTime();
      RegistryReply reply = RegistryCodec.readReply(client.call(request));
      double millis = (System.nanoTime() - start) / 1e6;
      if (reply instanceof RegistryReply.Refused(ErrorReply no)
          && no.is(RegistryError.WRONG_CREDENTIALS)) {
        return millis;
      }
      throw new IOException("not refused as wrong: " + reply);
    }
  }

  /**
   * Guesses for a while, as fast as the registry answers.
   *
   * @param guests how many usernames are tried in turn
   */
  Guesses guess(int guests, Duration within) throws IOException, BadMessageException {
    int checked = 0;
    int putOff = 0;
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < end) {
      try (FrameClient client = FrameClient.connect(registry, PATIENCE, trust)) {
        for (int i = checked + putOff; System.nanoTime() < end; i++) {
          Secret guess = new Secret("guess number " + i);
          byte[] request =
              RegistryCodec.write(new RegistryRequest.Login("guest" + i % guests, guess));
          if (RegistryCodec.readReply(client.call(request))
                  instanceof RegistryReply.Refused(ErrorReply no)
              && no.is(RegistryError.WRONG_CREDENTIALS)) {
            checked++;
          } else {
            putOff++;
          }
        }
      } catch (EOFException e) {
        // Who has not shown a login within 30 s is sent away, and comes back.
      }
    }
    return new Guesses(checked, putOff);
  }

  RegistryReply ask(RegistryRequest request) throws IOException, BadMessageException {
    try (FrameClient client = FrameClient.connect(registry, PATIENCE, trust)) {
      return RegistryCodec.readReply(client.call(RegistryCodec.write(request)));
    }
  }
}
