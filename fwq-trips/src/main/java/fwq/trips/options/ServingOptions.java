package fwq.trips.options;

import fwq.kit.program.BindOption;
import fwq.kit.program.Rate;
import fwq.kit.tls.ServerTlsOptions;
import java.util.Currency;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of sellers and agencies. */
public final class ServingOptions {
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

  @Mixin private BindOption bindOption;
  @Mixin private ServerTlsOptions tls;

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

  /** On which address they listen. */
  public BindOption bind() {
    return bindOption;
  }

  /** Who the servers are to those who connect. */
  public ServerTlsOptions tls() {
    return tls;
  }
}
