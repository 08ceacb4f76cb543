package fwq.guild.store;

import fwq.guild.rules.Days;
import fwq.guild.rules.Terms;
import fwq.kit.sqlite.DatabaseException;
import fwq.kit.sqlite.Sql;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the operator chose, so that whoever reads on in the guild's stead goes by the same. */
public final class TermsTable {
  private TermsTable() {}

  /** Stores them in place of others. */
  public static void store(Sql sql, Terms terms) throws DatabaseException {
    Map<String, Object> values =
        Map.of(
            "zone", terms.days().zone().getId(),
            "last_minute", terms.days().lastMinute(),
            "sitting", terms.sitting(),
            "patience", terms.patience(),
            "delivery", terms.delivery(),
            "quota", terms.quota());
    sql.change(
        () -> {
          for (Map.Entry<String, Object> it : values.entrySet()) {
            sql.update(
                "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
                it.getKey(),
                it.getValue().toString());
          }
        });
  }

  /** What is stored; nothing before a guild has been there. */
  public static Optional<Terms> load(Sql sql) throws DatabaseException {
    Map<String, String> values = new HashMap<>();
    sql.query(
        "SELECT name, value FROM setting", row -> values.put(row.getString(1), row.getString(2)));
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Terms(
                new Days(ZoneId.of(values.get("zone")), LocalTime.parse(values.get("last_minute"))),
                Duration.parse(values.get("sitting")),
                Duration.parse(values.get("patience")),
                Duration.parse(values.get("delivery")),
                Integer.parseInt(values.get("quota"))));
  }
}
