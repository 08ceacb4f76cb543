package fwq.kit.program;

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

  static Metrics start(Port port) throws Failure {
    Metrics metrics = new Metrics();
    if (port != null) {
      try {
        metrics.server =
            HTTPServer.builder().port(port.number()).registry(metrics.registry).buildAndStart();
      } catch (IOException e) {
        throw new Failure(
            "port " + port + " for metrics is taken; give another with --metrics PORT", e);
      }
    }
    return metrics;
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
