package fwq.kit.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.ForwardingAdmin;

/**
 * Kafka's admin client, but for its {@code close()}, which waits for whatever was asked: while a
 * broker starts or is busy, the client asks for a group's coordinator again and again without an
 * end, and whoever closes it would never go on.
 */
final class PromptAdmin extends ForwardingAdmin {
  private static final Duration CLOSE_MAX = Duration.ofSeconds(1);

  PromptAdmin(Map<String, Object> settings) {
    super(settings);
  }

  @Override
  public void close(Duration timeout) {
    super.close(timeout.compareTo(CLOSE_MAX) < 0 ? timeout : CLOSE_MAX);
  }
}
