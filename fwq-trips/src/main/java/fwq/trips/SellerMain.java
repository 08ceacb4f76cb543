package fwq.trips;

import fwq.common.talk.trips.Leg;
import fwq.kit.file.Csv;
import fwq.kit.program.CommonOptions;
import fwq.kit.program.Failure;
import fwq.kit.program.Metrics;
import fwq.kit.program.Port;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.trips.offers.DayOffers;
import fwq.trips.options.OfferOptions;
import fwq.trips.options.ServingOptions;
import fwq.trips.seller.OffersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fwq trips flights|hotels|tours <port>}: one seller. */
@Command(
    name = "fwq trips flights|hotels|tours",
    description = "Sells flights, hotel nights or tours: search, hold, confirm, cancel, status.")
final class SellerMain implements Program.Body {
  private static final long FILE_BYTES_MAX = 50_000_000;

  private final Leg leg;

  @Parameters(
      paramLabel = "<port>",
      description = "where agencies connect, such as 5150, 5151 or 5152")
  private Port port;

  @Option(
      names = "--offers",
      paramLabel = "FILE",
      description =
          "the offers, as CSV, in place of those that a seed makes; a first line that is wrong is"
              + " told what it should be")
  private Path offers;

  @Mixin private OfferOptions offerOptions;
  @Mixin private ServingOptions serving;
  @Mixin private CommonOptions options;

  SellerMain(Leg leg) {
    this.leg = leg;
  }

  @Override
  public void run(Stop stop) throws Exception {
    options.stopWithParent();
    DayOffers maker = offers == null ? offerOptions.maker(leg) : read();
    try (Metrics metrics = options.metrics();
        Servers servers = new Servers(options.data(), serving, metrics)) {
      servers.openSeller(leg, port.number(), offerOptions.home(), maker);
      servers.run(stop);
    }
  }

  private DayOffers read() throws Failure {
    try {
      if (Files.size(offers) > FILE_BYTES_MAX) {
        throw new Failure(
            "the offers file " + offers + " has more than " + FILE_BYTES_MAX + " bytes");
      }
      return OffersFile.of(leg, Csv.read(offers, "a file of offers", OffersFile.columns(leg)));
    } catch (IOException e) {
      throw new Failure(e.getMessage() + "; give another with --offers FILE", e);
    } catch (IllegalArgumentException e) {
      throw new Failure("the offers file " + offers + " is not right: " + e.getMessage(), e);
    }
  }
}
