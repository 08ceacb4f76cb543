package fwq.common.talk.registry;

import fwq.common.talk.registry.WebTalk.Origin;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Secret;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.util.HexFormat;
import java.util.List;

/** The bytes of what a web process adds to the conversation with the registry. */
final class WebVectorsTest extends VectorsContract {
  /** A guest's request, and where from. */
  private record Brought(RegistryRequest request, Origin origin) {}

  private enum Hello {
    HELLO
  }

  @Override
  protected List<Vector> vectors() {
    return List.of(
        Vector.of(
            WebTalk.class, "web-hello", Hello.HELLO, _ -> WebTalk.hello(), WebVectorsTest::hello),
        Vector.of(
            WebTalk.class,
            "web-nonce",
            "000102030405060708090a0b0c0d0eff",
            hex -> WebTalk.nonce(HexFormat.of().parseHex(hex)),
            bytes -> HexFormat.of().formatHex(WebTalk.readNonce(bytes))),
        Vector.of(
            WebTalk.class,
            "web-login",
            new Brought(
                new RegistryRequest.Login("ana", new Secret("Pepe Luis")),
                Origin.of("2001:db8::7", new byte[] {-1, -17, 0})),
            WebVectorsTest::bring,
            WebVectorsTest::brought));
  }

  private static Hello hello(byte[] bytes) throws BadMessageException {
    if (!WebTalk.isHello(bytes)) {
      throw new BadMessageException("no hello");
    }
    return Hello.HELLO;
  }

  private static byte[] bring(Brought it) {
    try {
      return WebTalk.with(RegistryCodec.write(it.request()), it.origin());
    } catch (BadMessageException e) {
      throw new AssertionError(e);
    }
  }

  private static Brought brought(byte[] bytes) throws BadMessageException {
    return new Brought(
        RegistryCodec.readRequest(bytes),
        WebTalk.origin(bytes)
            .orElseThrow(() -> new BadMessageException("nobody says where it comes from")));
  }
}
