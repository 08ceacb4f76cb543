package fwq.visitor.account;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.Refused;
import fwq.common.talk.registry.RegistryRequest;
import fwq.guest.PasswordOption;
import fwq.guest.PeerAwayException;
import fwq.guest.RegistryClient;
import fwq.kit.json.Secret;
import fwq.kit.net.HostPort;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.PeerAddress;
import fwq.kit.tls.TrustOptions;
import fwq.kit.tls.UntrustedPeerException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose account it is, and where. */
final class AccountOptions {
  @Option(
      names = "--registry",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "where the registry is (default: ${DEFAULT-VALUE})",
      defaultValue = "127.0.0.1:5050")
  private HostPort registry;

  @Option(names = "--alias", paramLabel = "ALIAS", required = true, description = "the username")
  private String alias;

  @ArgGroup private TrustOptions trust = new TrustOptions();
  @Mixin private PasswordOption passwordOption;
  @Mixin private CommonOptions options;

  /** What is asked once the guest is logged in. */
  @FunctionalInterface
  interface Question {
    RegistryRequest of(Secret ticket, Secret password);
  }

  /**
   * Logs in, asks, and logs out.
   *
   * @throws Failure with a sentence, where the registry does not do it
   */
  RegistryReply ask(Question question) throws Failure {
    options.stopWithParent();
    Secret password = passwordOption.password(alias);
    RegistryClient client = new RegistryClient(registry, trust.trust(System.err::println));
    try {
      if (!(done(client.login(alias, password)) instanceof LoggedIn login)) {
        throw new Failure("what answers at " + registry + " is not a registry");
      }
      try {
        return done(client.ask(question.of(login.ticket(), password)));
      } finally {
        var _ = client.ask(new RegistryRequest.Logout(login.ticket()));
      }
    } catch (PeerAwayException | UntrustedPeerException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  private static RegistryReply done(RegistryReply reply) throws Failure {
    if (reply instanceof Refused refused) {
      throw new Failure(refused.error().message());
    }
    return reply;
  }
}
