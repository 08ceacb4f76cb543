package fwq.broker;

import fwq.common.programs.Quota;
import fwq.kit.json.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Tells a broker its users: what each may, how much of it, and by which password. */
record UserSetup(Admin admin) {
  /**
   * How often a password is hashed, at each connection: as seldom as Kafka's clients accept. More
   * would help passwords that can be guessed, and these cannot.
   */
  private static final int ITERATIONS = 4_096;

  /** Whose password all guests shared in older versions. */
  static final String FORMER = "visitor";

  /**
   * Tells all of it again.
   *
   * @param passwords of those who have one
   * @param own what the broker is called to itself
   */
  void tell(List<User> users, Map<User, Secret> passwords, String own)
      throws IOException, InterruptedException {
    try {
      // Rights and quotas first: who is let in finds them.
      admin.createAcls(rules(users)).all().get();
      admin.alterClientQuotas(quotas(users, own)).all().get();
      admin.alterUserScramCredentials(credentials(passwords)).all().get();
      forgetFormer();
    } catch (ExecutionException e) {
      throw new IOException(
          "the broker could not be told its users and rights ("
              + e.getCause().getMessage()
              + "); start it again",
          e);
    }
  }

  private static List<AclBinding> rules(List<User> users) {
    return users.stream().flatMap(user -> user.rules().stream()).toList();
  }

  /** What is not said of a user by name is said of everybody: so of all programs it is said. */
  private static List<ClientQuotaAlteration> quotas(List<User> users, String own) {
    List<ClientQuotaAlteration> quotas = new ArrayList<>();
    quotas.add(quota(own, Quota.ALL));
    for (User user : users) {
      quotas.add(quota(user.isGuest() ? null : user.text(), user.quota()));
    }
    return quotas;
  }

  /** Of a user, or of all who are not named. */
  private static ClientQuotaAlteration quota(String user, Quota quota) {
    return new ClientQuotaAlteration(
        new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.USER, user)),
        List.of(
            new ClientQuotaAlteration.Op("producer_byte_rate", (double) quota.writeBytes()),
            new ClientQuotaAlteration.Op("consumer_byte_rate", (double) quota.readBytes()),
            new ClientQuotaAlteration.Op("request_percentage", (double) quota.threadPercent())));
  }

  private static List<UserScramCredentialAlteration> credentials(Map<User, Secret> passwords) {
    List<UserScramCredentialAlteration> all = new ArrayList<>();
    passwords.forEach(
        (user, password) ->
            all.add(
                new UserScramCredentialUpsertion(
                    user.text(),
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                    password.reveal().getBytes(StandardCharsets.UTF_8))));
    return all;
  }

  private void forgetFormer() throws ExecutionException, InterruptedException {
    var known = admin.describeUserScramCredentials().all().get();
    if (known.containsKey(FORMER)) {
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialDeletion(FORMER, ScramMechanism.SCRAM_SHA_512)))
          .all()
          .get();
      admin
          .deleteAcls(
              List.of(
                  new AclBindingFilter(
                      ResourcePatternFilter.ANY,
                      new AccessControlEntryFilter(
                          "User:" + FORMER, null, AclOperation.ANY, AclPermissionType.ANY))))
          .all()
          .get();
    }
  }
}
