package fwq.trips.options;

import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Town;
import fwq.common.talk.trips.Towns;
import fwq.trips.offers.DayOffers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which offers a seller makes. */
public final class OfferOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "which offers are made: the same for the same number (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--home",
      paramLabel = "CODE",
      converter = TownCode.class,
      description =
          "the town that guests live in, where flights start and end (default: ${DEFAULT-VALUE})",
      defaultValue = "ALC")
  private Town home;

  /** Constructed by picocli. */
  public OfferOptions() {}

  /** Where flights start when nothing else is said. */
  public Town home() {
    return home;
  }

  /** What makes the offers of a seller. */
  public DayOffers maker(Leg leg) {
    return DayOffers.of(leg, seed, home);
  }

  /** Reads a town, or says in a sentence which there are. */
  static final class TownCode implements ITypeConverter<Town> {
    TownCode() {}

    @Override
    public Town convert(String text) {
      return Towns.find(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "a town is one of "
                          + String.join(", ", Towns.ALL.stream().map(Town::code).toList())
                          + ", got '"
                          + text
                          + "'"));
    }
  }
}
