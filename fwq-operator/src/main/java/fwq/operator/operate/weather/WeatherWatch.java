package fwq.operator.operate.weather;

import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.common.talk.operate.SaidWord;
import fwq.kit.json.BadMessageException;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import fwq.operator.desk.Desk;
import fwq.operator.operate.weather.WeatherRules.Closed;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the weather every minute and says what changes to the park. For one thread. */
final class WeatherWatch {
  private static final Logger LOG = LoggerFactory.getLogger(WeatherWatch.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final WeatherSource source;
  private final WeatherRules rules;
  private final Desk desk;
  private final InstantSource steady;
  private final Map<Integer, Optional<Closed>> said = new HashMap<>();
  private String trouble = "";

  WeatherWatch(WeatherSource source, WeatherRules rules, Desk desk, InstantSource steady) {
    this.source = source;
    this.rules = rules;
    this.desk = desk;
    this.steady = steady;
  }

  void run(Stop stop) throws InterruptedException {
    do {
      rules.observe(look(), steady.millis());
      try {
        tell();
      } catch (Failure e) {
        complain(e.getMessage());
      }
    } while (!stop.await(PERIOD));
  }

  private List<Conditions> look() throws InterruptedException {
    try {
      List<Conditions> places = source.read();
      trouble = "";
      return places;
    } catch (IOException | BadMessageException e) {
      complain("the weather is not known (" + e.getMessage() + "), which closes no ride");
      return List.of();
    }
  }

  private void complain(String what) {
    if (!what.equals(trouble)) {
      trouble = what;
      LOG.warn("{}; trying every minute", what);
    }
  }

  private void tell() throws Failure, InterruptedException {
    List<Ride> rides = desk.frame().map().rides().stream().map(RideStatus::ride).toList();
    for (Map.Entry<Integer, Optional<Closed>> verdict : rules.of(rides).entrySet()) {
      if (!verdict.getValue().equals(said.get(verdict.getKey()))) {
        tell(verdict.getKey(), verdict.getValue());
      }
    }
  }

  private void tell(int ride, Optional<Closed> verdict) throws Failure, InterruptedException {
    RideState state = verdict.isPresent() ? RideState.CLOSED : RideState.OPEN;
    SaidWord answer =
        desk.say(new Running(ride, state, Cause.WEATHER, verdict.flatMap(Closed::reason)));
    if (answer.outcome() == SaidWord.Outcome.DONE) {
      said.put(ride, verdict);
      LOG.info("the weather {} ride {}", verdict.isPresent() ? "closes" : "lets run", ride);
    } else {
      complain("the park does not take what is said of ride " + ride + ": " + answer.outcome());
    }
  }
}
