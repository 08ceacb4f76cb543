package fwq.common.programs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One program, as the table says.
 *
 * @param command as it is called on the command line, after {@code scripts/fwq}
 * @param module whose jar it is in
 * @param main its main class
 * @param tool whether it is for those who work on FWQ
 * @param takes its arguments, for people
 * @param does what it does, for people
 * @param jvm options of its JVM; a word without a dash is a file in {@code scripts/jvm}
 * @param user who it is on a broker with users
 * @param rights what that user may; none for a program that needs no broker, or is one
 * @param quota how much of it, where there are rights
 * @param carries who it is where it is many guests
 * @param front its arguments where {@code fwq park} gives it the terminal, a {@link Template}
 * @param park what {@code fwq park} must know to start it
 */
public record ProgramRow(
    String command,
    String module,
    String main,
    boolean tool,
    String takes,
    String does,
    List<String> jvm,
    String user,
    List<Right> rights,
    Optional<Quota> quota,
    Optional<Carrier> carries,
    Optional<Template> front,
    Optional<ParkPart> park) {
  /** A user of the same rights, and a quota of its own. */
  public record Carrier(String user, Quota quota) {}

  /** Takes copies, and refuses rights without a quota: guests' would count. */
  public ProgramRow {
    jvm = List.copyOf(jvm);
    rights = List.copyOf(rights);
    if (rights.isEmpty() == quota.isPresent()) {
      throw new IllegalArgumentException(
          command + " has rights and no quota of what it may do a second, or a quota of nothing");
    }
  }

  /** Who it is where a park starts it beside the guest in front. */
  public String userInPark() {
    return carries.map(Carrier::user).orElse(user);
  }

  /** All that it may be. */
  public List<String> users() {
    return Stream.concat(Stream.of(user), carries.map(Carrier::user).stream()).toList();
  }

  /** For a file's name: as the command, in one word. */
  public String fileName() {
    return command.replace(' ', '-');
  }
}
