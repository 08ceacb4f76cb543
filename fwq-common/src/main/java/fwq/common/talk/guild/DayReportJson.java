package fwq.common.talk.guild;

import fwq.common.park.ParkNumber;
import fwq.common.park.Plate;
import fwq.common.talk.guild.DayReport.CartSales;
import fwq.common.talk.guild.DayReport.ClientSales;
import fwq.common.talk.guild.DayReport.LateSales;
import fwq.kit.json.BadMessageException;
import fwq.kit.json.Fields;
import java.time.DateTimeException;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;

/** A day's figures as JSON. Means are texts with one decimal, such as {@code "4.0"}. */
final class DayReportJson {
  private DayReportJson() {}

  static void write(JsonGenerator json, DayReport report) {
    json.writeStringProperty("type", "day");
    json.writeNumberProperty("park", report.park());
    json.writeStringProperty("date", report.date().toString());
    json.writeBooleanProperty("closed", report.isClosed());
    json.writeArrayPropertyStart("carts");
    for (CartSales cart : report.carts()) {
      json.writeStartObject();
      json.writeStringProperty("plate", cart.plate().text());
      json.writeNumberProperty("sold", cart.sold());
      json.writeNumberProperty("sales", cart.sales());
      json.writeNumberProperty("clients", cart.clients());
      json.writeStringProperty("perClient", DayReport.decimal(cart.tenthsPerClient()));
      json.writeStringProperty("perSale", DayReport.decimal(cart.tenthsPerSale()));
      writeFrequent(json, cart);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("late");
    for (LateSales late : report.late()) {
      json.writeStartObject();
      json.writeStringProperty("plate", late.plate().text());
      json.writeStringProperty("hour", late.hour());
      json.writeNumberProperty("sales", late.sales());
      json.writeNumberProperty("sold", late.sold());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeFrequent(JsonGenerator json, CartSales cart) {
    json.writeArrayPropertyStart("frequent");
    for (ClientSales client : cart.frequent()) {
      json.writeStartObject();
      json.writeStringProperty("client", client.client());
      json.writeNumberProperty("sales", client.sales());
      json.writeNumberProperty("sold", client.sold());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static DayReport read(Fields in) throws BadMessageException {
    return new DayReport(
        ParkNumber.check(in.number("park")),
        date(in),
        in.optionalFlag("closed"),
        GuildReplyCodec.readAll(in, "carts", DayReportJson::readCart),
        GuildReplyCodec.readAll(
            in,
            "late",
            it ->
                new LateSales(
                    Plate.of(it.text("plate")),
                    it.text("hour"),
                    it.longNumber("sales"),
                    it.longNumber("sold"))));
  }

  private static CartSales readCart(Fields in) throws BadMessageException {
    CartSales sales =
        new CartSales(
            Plate.of(in.text("plate")),
            in.longNumber("sold"),
            in.longNumber("sales"),
            in.number("clients"),
            GuildReplyCodec.readAll(
                in,
                "frequent",
                it ->
                    new ClientSales(
                        it.text("client"), it.longNumber("sales"), it.longNumber("sold"))));
    checkMean(in, "perClient", sales.tenthsPerClient());
    checkMean(in, "perSale", sales.tenthsPerSale());
    return sales;
  }

  private static void checkMean(Fields in, String name, long tenths) throws BadMessageException {
    if (!in.text(name).equals(DayReport.decimal(tenths))) {
      throw new BadMessageException(
          "field '" + name + "' must be the quotient, " + DayReport.decimal(tenths));
    }
  }

  private static LocalDate date(Fields in) throws BadMessageException {
    try {
      return LocalDate.parse(in.text("date"));
    } catch (DateTimeException e) {
      throw new BadMessageException("field 'date' must be a date such as 2026-11-28", e);
    }
  }
}
