package fwq.kit.program;

import fwq.kit.net.HostPort;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.function.DoubleSupplier;

/** What a program counts, served as Prometheus text when a port was given. */
public final class Metrics implements AutoCloseable {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private HTTPServer server;

  private Metrics() {}

  /** Metrics that are counted, but served nowhere. */
  public static Metrics unserved() {
    return new Metrics();
  }

  /** Metrics, served there unless that is null. */
  static Metrics start(HostPort at) throws Failure {
    return at == null ? new Metrics() : start(at.host(), at.port());
  }

  static Metrics start(String host, int port) throws Failure {
    Metrics metrics = new Metrics();
    try {
      metrics.server =
          HTTPServer.builder().hostname(host).port(port).registry(metrics.registry).buildAndStart();
      return metrics;
    } catch (IOException e) {
      throw new Failure(
          "port "
              + port
              + " of "
              + host
              + " for metrics cannot be had ("
              + e.getMessage()
              + "); give another with --metrics PORT",
          e);
    }
  }

  /** A new counter, such as {@code fwq_readings_total}. */
  public Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  /** A value that is asked for when somebody looks. */
  public void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** The port they are served on. */
  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
