package fwq.operator.operate;

import fwq.common.talk.operate.OperatorWord;
import fwq.kit.program.Failure;
import fwq.kit.program.Program;
import fwq.kit.program.Stop;
import fwq.operator.desk.Desk;
import fwq.operator.desk.DeskOptions;
import fwq.operator.operate.weather.WeatherOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program {@code fwq operate}: an operator's words to a park. */
@Command(
    name = "fwq operate",
    description =
        "Opens and closes a park, sets its capacity, hours, name and time zone. Without a word: says"
            + " how the park is, and what operators said last.")
public final class OperateMain implements Program.Body {
  private static final Duration WORDS = Duration.ofSeconds(6);

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = OrderParser.RULE + "; without: how the park is")
  private List<String> typed = List.of();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "why it opens or closes, for guests, such as \"Storm: back at 5 pm\"")
  private String reason;

  @Mixin private WeatherOptions weather;
  @Mixin private DeskOptions desks;
  @Spec private CommandSpec spec;

  OperateMain() {}

  /** Starts the program. */
  public static void main(String[] args) {
    Program.main(new OperateMain(), args);
  }

  @Override
  public void run(Stop stop) throws Failure, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<OperatorWord> word = typed.isEmpty() ? Optional.empty() : Optional.of(word());
    Optional<Desk> opened = desks.open(stop);
    if (opened.isEmpty()) {
      return;
    }
    try (Desk desk = opened.get()) {
      if (word.isPresent()) {
        Refused.check(desk.say(word.get()));
        out.println(word.get().summary() + ": done");
      } else if (weather.isGiven()) {
        weather.watch(desk, stop);
      } else {
        var frame = desk.frame();
        StatusReport.lines(desks.park(), frame.map(), desk.words(WORDS), frame.at())
            .forEach(out::println);
      }
      out.flush();
    }
  }

  private OperatorWord word() {
    try {
      return OrderParser.parse(typed, Optional.ofNullable(reason));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
