package fwq.trips;

import fwq.common.talk.trips.Leg;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.kit.program.Version;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fwq trips}: three sellers and an agency, each a program, or all of them in one. */
@Command(
    name = "fwq trips",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Trips to the park: flight, hotel and tour, all or nothing.",
      "",
      "  flights|hotels|tours  <port>",
      "  agency                <port> <flights-ip> <flights-port> <hotels-ip> <hotels-port>"
          + "\n                        <tours-ip> <tours-port>",
      "  all                   <port>, and the next three",
      "  offer                 <ip> <port> <offer-id> [--price CENTS] [--stock N]",
      "",
      "Each of them has --help."
    })
public final class TripsMain implements Program.Body {
  @Parameters(
      paramLabel = "<program>",
      description = "flights, hotels, tours, agency, all or offer")
  private String program;

  @Spec private CommandSpec spec;

  TripsMain() {}

  /** Starts what the first argument names. */
  public static void main(String... args) {
    Optional<Program.Body> body = args.length == 0 ? Optional.empty() : body(args[0]);
    if (body.isPresent()) {
      Program.main(body.get(), Arrays.copyOfRange(args, 1, args.length));
    } else {
      Program.main(new TripsMain(), args);
    }
  }

  static Optional<Program.Body> body(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "flights" -> new SellerMain(Leg.FLIGHTS);
          case "hotels" -> new SellerMain(Leg.HOTELS);
          case "tours" -> new SellerMain(Leg.TOURS);
          case "agency" -> new AgencyMain();
          case "all" -> new AllMain();
          case "offer" -> new OfferMain();
          default -> null;
        });
  }

  @Override
  public void run(Stop stop) {
    throw new ParameterException(
        spec.commandLine(),
        "trips are flights, hotels, tours, agency, all or offer, got '" + program + "'");
  }
}
