package fwq.trips;

import fwq.common.signing.OfferKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.SellerCodec;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerReply.OfferNow;
import fwq.common.talk.trips.SellerRequest;
import fwq.common.talk.trips.SellerRequest.Change;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.program.Address;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.trips.options.SellerTrust;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq trips offer}: shows an offer, and changes its price or its stock. */
@Command(
    name = "fwq trips offer",
    description =
        "Shows an offer of a seller, and changes it; for the seller's operator, who has its --data.")
final class OfferMain implements Program.Body {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @Parameters(
      index = "0",
      paramLabel = "<ip>",
      converter = Address.class,
      description = "the seller's address")
  private String host;

  @Parameters(index = "1", paramLabel = "<port>", description = "the seller's port, such as 5150")
  private Port port;

  @Parameters(index = "2", paramLabel = "<offer-id>", description = "as a search shows it")
  private long offer;

  @Option(names = "--price", paramLabel = "CENTS", description = "what one place costs from now on")
  private Integer price;

  @Option(
      names = "--stock",
      paramLabel = "N",
      description = "how many places there are, the taken ones among them")
  private Integer stock;

  @Option(names = "--plaintext", description = "without TLS, where the seller has none")
  private boolean plaintext;

  @Mixin private SellerTrust sellerTrust;
  @Mixin private CommonOptions options;
  @Spec private CommandSpec spec;

  OfferMain() {}

  @Override
  public void run(Stop stop) throws Failure {
    PrintWriter out = spec.commandLine().getOut();
    HostPort seller = new HostPort(host, port.number());
    try (FrameClient client =
        FrameClient.connect(
            seller, TIMEOUT, sellerTrust.trust(plaintext, options.data(), out::println))) {
      OfferNow before = ask(client, new SellerRequest.Look(offer));
      if (price == null && stock == null) {
        print(before, out);
      } else {
        print(ask(client, change(before)), out);
      }
    } catch (BadMessageException | IllegalArgumentException e) {
      throw new Failure(
          "this cannot be asked of the seller at " + seller + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure("the seller at " + seller + " cannot be asked: " + e.getMessage(), e);
    }
  }

  private Change change(OfferNow before) throws IOException {
    OptionalInt newPrice = optional(price);
    OptionalInt newStock = optional(stock);
    OfferKey key =
        OfferKey.derive(
            SharedSecret.loadOrCreate(options.data().resolve(OfferKey.FILE), new SecureRandom()));
    return new Change(
        offer,
        before.version(),
        newPrice,
        newStock,
        key.sign(Change.signed(offer, before.version(), newPrice, newStock)));
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static OfferNow ask(FrameClient client, SellerRequest request)
      throws IOException, BadMessageException, Failure {
    SellerReply reply = SellerCodec.readReply(client.call(SellerCodec.write(request)));
    if (reply instanceof OfferNow it) {
      return it;
    }
    throw new Failure(
        reply instanceof NotDone it
            ? it.error().message()
            : "what answers there is not a seller of trips");
  }

  private static void print(OfferNow it, PrintWriter out) {
    out.println(
        "offer "
            + it.offer()
            + " costs "
            + it.price()
            + " cents; "
            + it.taken()
            + " of "
            + it.stock()
            + " places are taken");
  }
}
