package fwq.kit.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import fwq.kit.net.HostPort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

final class PromptAdminTest {
  /** A node that could not close its client was never seen again. */
  @Test
  void closingDoesNotWaitForWhatABrokerDoesNotAnswer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      HostPort broker = new HostPort("127.0.0.1", silent.getLocalPort());
      Admin admin = new KafkaClients(broker, new Properties()).admin(Duration.ofHours(1));
      var asked = admin.describeConsumerGroups(List.of("group")).all();
      assertFalse(asked.isDone());
      assertTimeoutPreemptively(Duration.ofMinutes(1), () -> admin.close());
    }
  }
}
