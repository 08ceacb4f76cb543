package fwq.operator.operate;

import fwq.common.options.RideId;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.operator.desk.Desk;
import fwq.operator.desk.DeskOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code fwq ride}: the operator opens and closes a ride. */
@Command(
    name = "fwq ride",
    description = "Says that a ride runs, has a fault, or does not run today.")
public final class RideMain implements Program.Body {
  @Parameters(
      index = "0",
      paramLabel = "<ride-id>",
      converter = RideId.class,
      description = "the ride's number, such as 0")
  private int id;

  @Parameters(index = "1", paramLabel = "open|down|closed", description = "what it is from now on")
  private Status status;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "why it is down or closed, for guests, such as \"Back at 3 pm\"")
  private String reason;

  @Mixin private DeskOptions desks;
  @Spec private CommandSpec spec;

  /** What an operator can say of a ride. */
  enum Status {
    OPEN,
    DOWN,
    CLOSED
  }

  RideMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new RideMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure, InterruptedException {
    Running word = word();
    Optional<Path> rides = desks.ridesWithoutPark();
    if (rides.isPresent()) {
      tell(new RidesFile(rides.get()).say(desks.park(), id, word.state()));
      return;
    }
    Optional<Desk> opened = desks.open(stop);
    if (opened.isEmpty()) {
      return;
    }
    try (Desk desk = opened.get()) {
      List<RideStatus> all = desk.frame().map().rides();
      String name =
          all.stream()
              .filter(ride -> ride.ride().id() == id)
              .map(ride -> ride.ride().name())
              .findFirst()
              .orElseThrow(
                  () ->
                      new Failure(
                          "there is no ride " + id + inPark() + "; there are " + list(all)));
      Refused.check(desk.say(word));
      tell(name);
    }
  }

  private void tell(String name) {
    spec.commandLine()
        .getOut()
        .println(
            "ride "
                + id
                + " ("
                + name
                + ")"
                + inPark()
                + " is "
                + status.name().toLowerCase(Locale.ROOT));
  }

  private Running word() {
    try {
      return new Running(
          id, RideState.valueOf(status.name()), Cause.OPERATOR, Optional.ofNullable(reason));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** Who runs one park only need not be told its number. */
  private String inPark() {
    return desks.park() == 0 ? "" : " in park " + desks.park();
  }

  private static String list(List<RideStatus> rides) {
    return rides.isEmpty()
        ? "none known: is the waiting time server running?"
        : rides.stream()
            .map(ride -> ride.ride().id() + " (" + ride.ride().name() + ")")
            .collect(Collectors.joining(", "));
  }
}
