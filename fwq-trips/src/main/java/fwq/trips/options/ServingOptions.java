package fwq.trips.options;

import fwq.kit.program.Failure;
import fwq.kit.program.Rate;
import fwq.kit.tls.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of sellers and agencies. */
public final class ServingOptions {
  private static final Duration CERTIFICATE_LIFETIME = Duration.ofDays(365);

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "of all prices, the same for agency and sellers (default: ${DEFAULT-VALUE})",
      defaultValue = "EUR")
  private Currency currency;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = Rate.class,
      description =
          "bookings and cancellations that one address may ask for each second, twenty times as"
              + " many at once, and ten times as many searches; a hundred times as much from this"
              + " machine (default: 2/s for an agency, 100/s for a seller)")
  private Integer perSecond;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "one more name or IP address for the certificate; may be repeated (always in it:"
              + " localhost, 127.0.0.1, ::1 and this machine's name)")
  private List<String> hosts = List.of();

  @Option(
      names = "--plaintext",
      description = "without TLS, for teaching: anybody on the way can read and change everything")
  private boolean plaintext;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  /** Constructed by picocli. */
  public ServingOptions() {}

  /** Of all prices, such as {@code EUR}. */
  public String currency() {
    return currency.getCurrencyCode();
  }

  /** What one address may change each second. */
  public int rate(int usual) {
    return perSecond == null ? usual : perSecond;
  }

  /** Whether TLS is not wanted. */
  public boolean plaintext() {
    return plaintext;
  }

  /**
   * Who a server is; nobody where TLS is not wanted.
   *
   * @param name of its files in there
   */
  public Optional<Identity> identity(Path data, String name, Instant now, SecureRandom random)
      throws Failure {
    if (plaintext) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Identity.open(
              data, new Identity.Server(name, named(), CERTIFICATE_LIFETIME), now, random));
    } catch (IOException e) {
      throw new Failure(e.getMessage(), e);
    }
  }

  /** The names and addresses that others may reach this machine by. */
  private List<String> named() {
    List<String> all = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
    try {
      all.add(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      // A machine whose name nobody knows needs no certificate for it.
    }
    for (String host : hosts) {
      if (!Identity.isHost(host)) {
        throw new ParameterException(
            spec.commandLine(),
            "--host takes a name or an IP address, such as trips.example.org, got '" + host + "'");
      }
      all.add(host);
    }
    return all.stream().filter(Identity::isHost).distinct().toList();
  }
}
