package fwq.kit.kafka;

import fwq.kit.net.HostPort;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people once when the broker is away, and once when it is back. Kafka's clients reconnect by
 * themselves and throw nothing, so what tells is their own count of open connections.
 */
public final class BrokerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  /** A connection may be replaced by another; only a longer gap is an absence. */
  private static final long GRACE_MILLIS = 1_000;

  private final HostPort broker;
  private long lastSeenAt = -1;
  private boolean away;

  /** Watches one broker on behalf of one client. */
  public BrokerWatch(HostPort broker) {
    this.broker = broker;
  }

  /**
   * Looks at a client's metrics. Cheap enough for once a second.
   *
   * @param now epoch milliseconds
   * @return whether the broker is there
   */
  public boolean isThere(Map<MetricName, ? extends Metric> metrics, long now) {
    return isThere(connections(metrics), now);
  }

  boolean isThere(double connections, long now) {
    // Also begins anew where the clock was set back, so that it is not taken for an hour's grace.
    if (connections > 0 || lastSeenAt < 0 || now < lastSeenAt) {
      lastSeenAt = now;
    }
    boolean nowAway = now - lastSeenAt >= GRACE_MILLIS;
    if (nowAway != away) {
      away = nowAway;
      LOG.info(
          away
              ? "the broker at {} is away; going on by itself when it returns"
              : "the broker at {} is back",
          broker);
    }
    return !away;
  }

  private static double connections(Map<MetricName, ? extends Metric> metrics) {
    for (Map.Entry<MetricName, ? extends Metric> entry : metrics.entrySet()) {
      if (entry.getKey().name().equals("connection-count")
          && entry.getValue().metricValue() instanceof Double count) {
        return count;
      }
    }
    return 0;
  }
}
