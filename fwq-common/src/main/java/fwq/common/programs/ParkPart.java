package fwq.common.programs;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code fwq park} must know of a program that it starts.
 *
 * @param arguments beside those that all have
 * @param called what people call it
 * @param shows what it says to people, if not where it listens
 * @param ready how it is known to be ready; nothing where nobody waits for it
 * @param after commands that must be ready before it starts
 * @param afterOpen whether it starts when the park is open, which then does not wait for it
 */
public record ParkPart(
    Template arguments,
    Template called,
    Optional<Template> shows,
    Optional<ListenPort> port,
    Optional<Ready> ready,
    List<String> after,
    boolean afterOpen,
    Optional<OwnOption> option) {
  /** Takes a copy. */
  public ParkPart {
    after = List.copyOf(after);
  }

  /** Whether one of it is started for each ride. */
  public boolean isForEachRide() {
    return arguments.has("ride");
  }

  /** Whether a park has it that was not asked for it. */
  public boolean isUsual() {
    return option.map(OwnOption::isOn).orElse(true);
  }

  /** Where it listens, unless this option of {@code fwq park} says otherwise. */
  public record ListenPort(int number, String option) {}

  /**
   * An option of {@code fwq park} for it.
   *
   * @param name without its dashes
   * @param number what it is if not given, 0 for none; nothing for a switch
   */
  public record OwnOption(String name, OptionalInt number, String meaning) {
    /** Whether a park has the program that was not asked for it. */
    public boolean isOn() {
      return number.orElse(0) > 0;
    }
  }

  /** How a program is known to be ready. */
  public sealed interface Ready {
    /** It is a broker, and has all topics. */
    record Topics() implements Ready {}

    /**
     * It answers a frame.
     *
     * @param tls whether over TLS, with the certificate in {@code COMMAND.crt}
     */
    record Frame(boolean tls) implements Ready {}

    /** It has written to this topic. */
    record Written(String topic) implements Ready {}
  }
}
