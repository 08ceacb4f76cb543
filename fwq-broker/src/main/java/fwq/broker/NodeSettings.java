package fwq.broker;

import fwq.kit.net.HostPort;
import fwq.kit.tls.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** What Kafka's server is told. Pure. */
final class NodeSettings {
  static final int NODE_ID = 1;

  /** The listener of the node's controller. */
  static final String CONTROLLER = "CONTROLLER";

  /** As Kafka's producers have it by themselves. */
  private static final int RECORD_BYTES_MAX = 1 << 20;

  /** How guests show their passes; programs have passwords. */
  private static final String GUESTS = OAuthBearerLoginModule.OAUTHBEARER_MECHANISM;

  private static final String LOOPBACK = "127.0.0.1";

  private NodeSettings() {}

  /** Of a broker that anybody who reaches it may use. */
  static Properties open(Path folder, HostPort address, int controllerPort) {
    Properties settings = common(folder, controllerPort);
    settings.put(
        "listeners",
        listener("PLAINTEXT", bound(address), address.port())
            + ","
            + listener(CONTROLLER, LOOPBACK, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://" + address);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    return settings;
  }

  /**
   * Of a broker whose clients are programs with a password or guests with a pass, and have rights,
   * over TLS. Broker and controller talk over listeners of their own, on this machine alone, where
   * only the broker's own key is let in: the one user who may do everything from the start.
   *
   * @param own where broker and administrator connect
   * @param guestsRecheck how often a guest has to show its pass again
   */
  static Properties secured(
      Path folder,
      HostPort address,
      HostPort own,
      int controllerPort,
      Identity identity,
      Duration guestsRecheck) {
    Properties settings = common(folder, controllerPort);
    settings.put(
        "listeners",
        listener("CLIENT", bound(address), address.port())
            + ","
            + listener("OWN", own.host(), own.port())
            + ","
            + listener(CONTROLLER, LOOPBACK, controllerPort));
    settings.put("advertised.listeners", "CLIENT://" + address + ",OWN://" + own);
    settings.put("listener.security.protocol.map", "CLIENT:SASL_SSL,OWN:SSL,CONTROLLER:SSL");
    settings.put("inter.broker.listener.name", "OWN");
    settings.put("listener.name.own.ssl.client.auth", "required");
    settings.put("listener.name.controller.ssl.client.auth", "required");
    settings.putAll(ownTls(identity));
    settings.put("ssl.enabled.protocols", "TLSv1.3");
    settings.put("ssl.protocol", "TLSv1.3");
    settings.put("sasl.enabled.mechanisms", UserFile.MECHANISM + "," + GUESTS);
    settings.put(
        "listener.name.client.scram-sha-512.sasl.jaas.config",
        ScramLoginModule.class.getName() + " required;");
    String guests = "listener.name.client." + GUESTS.toLowerCase(Locale.ROOT) + ".";
    settings.put(
        guests + "sasl.jaas.config", OAuthBearerLoginModule.class.getName() + " required;");
    settings.put(guests + "sasl.server.callback.handler.class", GuestLogin.class.getName());
    settings.put(guests + "connections.max.reauth.ms", Long.toString(guestsRecheck.toMillis()));
    settings.put(GuestLogin.SETTING, folder.toString());
    // Nobody may do anything that was not allowed: what no rule is about is refused.
    settings.put("authorizer.class.name", GuestAuthorizer.class.getName());
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put(
        "super.users",
        "User:" + identity.server().distinguishedName() + ";" + User.ADMIN.principal());
    return settings;
  }

  /** Shows the broker's own certificate, and believes no other: for both ends. */
  static Map<String, String> ownTls(Identity identity) {
    return Map.of(
        "ssl.keystore.type", "PEM",
        "ssl.keystore.certificate.chain", identity.certificate(),
        "ssl.keystore.key", identity.privateKey().reveal(),
        "ssl.truststore.type", "PEM",
        "ssl.truststore.certificates", identity.certificate());
  }

  private static String listener(String name, String host, int port) {
    return name + "://" + host + ":" + port;
  }

  /** The address to bind: none for all. */
  private static String bound(HostPort address) {
    return isLoopback(address) ? LOOPBACK : "";
  }

  /** Whether only this machine is served. */
  static boolean isLoopback(HostPort address) {
    return address.host().equals(LOOPBACK) || address.host().equals("localhost");
  }

  /** What is the same whoever may connect. */
  private static Properties common(Path folder, int controllerPort) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put("log.dirs", folder.toString());
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    // One node: nothing to replicate to.
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // A few groups and transactions: fewer partitions are opened faster at start.
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    // An engine that was killed is replaced within 3 s, so its session must be allowed to be short.
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    // Whoever leaves a transaction open holds up those who read what was committed no longer.
    settings.put("transaction.max.timeout.ms", "60000");
    // After a kill the controller waits so long for the old broker before it takes the new one;
    // a broker that ends says goodbye (Kafka's controlled shutdown), and is taken back at once.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    // FWQ creates its topics with their settings; a misspelt name should not make one without.
    settings.put("auto.create.topics.enable", "false");
    // A request is as large as it says, and many come at once.
    settings.put("socket.request.max.bytes", Integer.toString(4 * RECORD_BYTES_MAX));
    settings.put("queued.max.request.bytes", Integer.toString(64 * RECORD_BYTES_MAX));
    // Sized for one machine with a park on it.
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.dedupe.buffer.size", "16777216");
    // What an engine must read before it can take a park over is compacted soon.
    settings.put("log.cleaner.backoff.ms", "5000");
    return settings;
  }
}
