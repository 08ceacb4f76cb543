package fwq.trials.bench.registry;

import fwq.common.signing.WebKey;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.registry.WebTalk;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.Secret;
import fwq.kit.net.FreePort;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Patience;
import fwq.trials.bench.Probe;
import fwq.trials.bench.Resident;
import fwq.trials.bench.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a registry's process has resident with 10,000 connections over which a web process has asked
 * once and is silent since, with TLS and without. A stranger's would not stay so long.
 */
public final class IdleConnections implements Probe {
  private static final int CONNECTIONS = 10_000;
  private static final double MEGABYTES_GOAL = 300;
  private static final int AT_ONCE = 64;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public int looks(boolean quick) {
    return 1;
  }

  @Override
  public List<Value> look(Workbench bench) throws Exception {
    List<Value> values = new ArrayList<>();
    values.addAll(look(bench, "TLS", bench.scratch().resolve("registry-tls")));
    values.addAll(
        look(bench, "plaintext", bench.scratch().resolve("registry-plain"), "--plaintext"));
    return values;
  }

  private static List<Value> look(Workbench bench, String how, Path data, String... options)
      throws Exception {
    int count = bench.load(CONNECTIONS);
    HostPort address = new HostPort("127.0.0.1", FreePort.find());
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(address.port())));
    arguments.addAll(List.of(options));
    Process registry = bench.start("registry", data, arguments.toArray(String[]::new));
    Queue<FrameClient> open = new ConcurrentLinkedQueue<>();
    try {
      Trust trust = awaitRegistry(address, data, options.length > 0);
      double before = Resident.megabytes(registry.pid()).orElse(Double.NaN);
      WebKey key = WebKey.loadOrCreate(data.resolve(WebKey.FILE), new SecureRandom());
      connect(address, trust, count, key, open);
      double after = Resident.megabytes(registry.pid()).orElse(Double.NaN);
      return List.of(
          new Value(how + ", nobody connected", "MB resident", before, new Goal.ToKnow()),
          new Value(
              "%s, %,d idle connections".formatted(how, count),
              "MB resident",
              after,
              new Goal.AtMost(MEGABYTES_GOAL)));
    } finally {
      for (FrameClient client : open) {
        client.close();
      }
      registry.destroyForcibly().waitFor();
    }
  }

  /** Waits until it listens. */
  private static Trust awaitRegistry(HostPort address, Path data, boolean plaintext)
      throws IOException, InterruptedException {
    Path certificate = data.resolve("registry.crt");
    Patience patience = new Patience();
    while (true) {
      try {
        if (plaintext || Files.exists(certificate)) {
          Trust trust = plaintext ? new Trust.Plaintext() : Trust.Only.read(certificate);
          FrameClient.connect(address, TIMEOUT, trust).close();
          return trust;
        }
      } catch (IOException e) {
        patience.check("the registry does not listen: " + e.getMessage());
      }
      Thread.onSpinWait();
      patience.check("the registry does not listen");
    }
  }

  private static void connect(
      HostPort address, Trust trust, int count, WebKey key, Queue<FrameClient> open)
      throws Exception {
    // A ticket that is none: the guest is told to log in, and stays connected.
    byte[] request = RegistryCodec.write(new RegistryRequest.Profile(new Secret("no ticket")));
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        all.add(
            clients.submit(
                () -> {
                  FrameClient client = FrameClient.connect(address, TIMEOUT, trust);
                  open.add(client);
                  byte[] nonce = WebTalk.readNonce(client.call(WebTalk.hello()));
                  WebTalk.Origin origin =
                      WebTalk.Origin.of("192.0.2.7", key.proof(nonce, "192.0.2.7"));
                  return client.call(WebTalk.with(request, origin)).length > 0;
                }));
      }
      for (Future<Boolean> one : all) {
        one.get();
      }
    }
  }
}
