package fwq.kit.tls;

import fwq.kit.program.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say who a server is to those who connect. */
public final class ServerTlsOptions {
  private static final Duration CERTIFICATE_LIFETIME = Duration.ofDays(365);

  @Option(
      names = "--host",
      paramLabel = "NAME",
      converter = HostName.class,
      description =
          "one more name or IP address for the certificate; may be repeated (always in it:"
              + " localhost, 127.0.0.1, ::1 and this machine's name)")
  private List<String> hosts = List.of();

  @Option(
      names = "--plaintext",
      description =
          "without TLS, for teaching: anybody on the way can read and change everything,"
              + " passwords and keys, too")
  private boolean plaintext;

  /** Whether TLS is not wanted. */
  public boolean plaintext() {
    return plaintext;
  }

  /**
   * Who the server is; nobody where TLS is not wanted.
   *
   * @param data the folder of its key and certificate
   * @param name the server's, such as {@code registry}, of which its files have theirs
   * @throws Failure with a sentence that names the file
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
    all.addAll(hosts);
    return all.stream().filter(Identity::isHost).distinct().toList();
  }

  private static final class HostName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!Identity.isHost(text)) {
        throw new TypeConversionException(
            "a name or an IP address is wanted, such as park.example.org, got '" + text + "'");
      }
      return text;
    }
  }
}
