package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.LoggedIn;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.frame.Frames;
import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/** One connection to a registry, through which anything can be said. */
final class Guest implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** Without TLS. */
  Guest(int port) throws Exception {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Over this connection, which may speak TLS. */
  Guest(Socket socket) throws Exception {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** The next reply, or nothing when the registry closed the connection. */
  Optional<RegistryReply> receive() throws Exception {
    Optional<byte[]> frame = Frames.read(in);
    return frame.isEmpty() ? Optional.empty() : Optional.of(RegistryCodec.readReply(frame.get()));
  }

  RegistryReply ask(RegistryRequest request) throws Exception {
    send(frame(RegistryCodec.write(request)));
    return receive().orElseThrow();
  }

  RegistryReply register(String alias, String name, String email, String password)
      throws Exception {
    return ask(
        new RegistryRequest.Register(alias, name, email, new Secret(password), Optional.empty()));
  }

  void mustRegister(String alias) throws Exception {
    assertInstanceOf(
        RegistryReply.Done.class, register(alias, "Pepe Luis", "pepe@example.org", PASSWORD));
  }

  RegistryReply login(String alias, String password) throws Exception {
    return ask(new RegistryRequest.Login(alias, new Secret(password)));
  }

  LoggedIn mustLogin(String alias) throws Exception {
    return assertInstanceOf(LoggedIn.class, login(alias, PASSWORD));
  }

  RegistryReply profile(Secret ticket) throws Exception {
    return ask(new RegistryRequest.Profile(ticket));
  }

  ProfileOf mustProfile(Secret ticket) throws Exception {
    return assertInstanceOf(ProfileOf.class, profile(ticket));
  }

  RegistryReply rename(Secret ticket, String name) throws Exception {
    return ask(new RegistryRequest.Update(ticket, Changes.NONE.withName(name), Optional.empty()));
  }

  RegistryReply showAs(Secret ticket, String shownAs) throws Exception {
    return ask(
        new RegistryRequest.Update(ticket, Changes.NONE.withShownAs(shownAs), Optional.empty()));
  }

  RegistryReply changePassword(Secret ticket, String password) throws Exception {
    return changePassword(ticket, PASSWORD, password);
  }

  RegistryReply changePassword(Secret ticket, String current, String password) throws Exception {
    return ask(
        new RegistryRequest.Update(
            ticket,
            Changes.NONE.withPassword(new Secret(password)),
            Optional.of(new Secret(current))));
  }

  RegistryReply logout(Secret ticket) throws Exception {
    return ask(new RegistryRequest.Logout(ticket));
  }

  static byte[] frame(byte[] content) {
    return ByteBuffer.allocate(Integer.BYTES + content.length)
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** The error's code; fails when it is none. */
  static Enum<?> code(RegistryReply reply) {
    ErrorReply error = assertInstanceOf(RegistryReply.Refused.class, reply).error();
    return Stream.<Enum<?>>concat(Stream.of(ErrorCode.values()), Stream.of(RegistryError.values()))
        .filter(error::is)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
