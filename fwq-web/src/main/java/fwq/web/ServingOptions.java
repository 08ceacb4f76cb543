package fwq.web;

import fwq.kit.program.Failure;
import fwq.web.http.ClientAddress;
import fwq.web.http.ClientAddress.Cidr;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.WebServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how browsers are served. */
final class ServingOptions {
  private static final int STREAMS_MAX = 12_000;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "listen on this address alone; on 127.0.0.1 without TLS (default: on all)")
  private String bind;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "a name or address that browsers know this server by; repeatable")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "certificate and those above it, PEM; read again when it changes")
  private Path certificate;

  @Option(names = "--key", paramLabel = "FILE", description = "the certificate's key, PEM")
  private Path key;

  @Option(
      names = "--plaintext",
      description = "without TLS on any address: anybody on the way can read passwords")
  private boolean plaintext;

  @Option(
      names = "--proxy",
      paramLabel = "CIDR",
      description = "believe X-Forwarded-For from here, such as 10.0.0.0/8; repeatable")
  private List<String> proxies = new ArrayList<>();

  @Option(
      names = "--streams-per-address",
      paramLabel = "N",
      description = "streams that one address may have open (default: ${DEFAULT-VALUE})",
      defaultValue = "1000")
  private int streamsPerAddress;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  ServingOptions() {}

  /** Whether browsers are spoken to without TLS. */
  boolean plain() {
    return plaintext || (certificate == null && isLoopback());
  }

  /** Whether anybody on the way can read what is said. */
  boolean open() {
    return plaintext && !isLoopback();
  }

  private boolean isLoopback() {
    try {
      return bind != null && InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The certificate's files, where they are given. */
  Optional<CertificateFiles> certificateFiles() throws Failure {
    if ((certificate == null) != (key == null)) {
      throw usage("--cert and --key are given together, or neither");
    }
    return certificate == null
        ? Optional.empty()
        : Optional.of(CertificateFiles.read(certificate, key));
  }

  /** The names in a certificate of our own. */
  List<String> names() {
    Set<String> names = new TreeSet<>(hosts);
    names.add("localhost");
    names.add("127.0.0.1");
    if (bind != null) {
      names.add(bind);
    }
    return List.copyOf(names);
  }

  WebServer.Place place(int port, Optional<SSLContext> tls) {
    return new WebServer.Place(Optional.ofNullable(bind), port, tls, certificate != null);
  }

  WebServer.Doors doors() {
    Set<String> known = new TreeSet<>(hosts);
    if (bind != null) {
      known.add(bind.contains(":") ? "[" + bind + "]" : bind);
    }
    try {
      return WebServer.Doors.usual(
          new HostRule(known), new ClientAddress(proxies.stream().map(Cidr::parse).toList()));
    } catch (IllegalArgumentException e) {
      throw usage("--proxy: " + e.getMessage());
    }
  }

  Limits limits() {
    if (streamsPerAddress < 1 || streamsPerAddress > STREAMS_MAX) {
      throw usage("--streams-per-address takes 1 to " + STREAMS_MAX + ", got " + streamsPerAddress);
    }
    return Limits.DEFAULT.withStreamsPerAddress(streamsPerAddress);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
