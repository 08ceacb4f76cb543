package fwq.operator.operate.weather;

import fwq.kit.program.Failure;
import fwq.kit.program.SteadyClock;
import fwq.kit.program.Stop;
import fwq.operator.desk.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that let the weather close rides. */
public final class WeatherOptions {
  private static final int RULES_MAX = 200;

  @Option(
      names = "--weather",
      paramLabel = "FILE|URL",
      description =
          "go on and close rides by the weather, read every minute: Open-Meteo's JSON of one place,"
              + " or of four for the quadrants nw, ne, sw and se")
  private String weather;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "when which rides close, such as scripts/weather.rules")
  private Path rules;

  /** Whether the weather is to be watched. */
  public boolean isGiven() {
    return weather != null || rules != null;
  }

  /** Watches it until stop is requested. */
  public void watch(Desk desk, Stop stop) throws Failure, InterruptedException {
    if (weather == null || rules == null) {
      throw new Failure("--weather FILE|URL and --rules FILE are given together");
    }
    new WeatherWatch(WeatherSource.of(weather), new WeatherRules(read()), desk, new SteadyClock())
        .run(stop);
  }

  private List<Rule> read() throws Failure {
    List<Rule> all = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(rules)) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        try {
          all.add(Rule.parse(line));
        } catch (IllegalArgumentException e) {
          throw new Failure(rules + " line " + number + ": " + e.getMessage(), e);
        }
      }
    } catch (IOException e) {
      throw new Failure("the file " + rules + " given with --rules cannot be read", e);
    }
    if (all.isEmpty() || all.size() > RULES_MAX) {
      throw new Failure("the file " + rules + " must have 1 to " + RULES_MAX + " rules");
    }
    return all;
  }
}
