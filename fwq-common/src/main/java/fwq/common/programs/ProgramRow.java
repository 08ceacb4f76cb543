package fwq.common.programs;

import java.util.List;
import java.util.Optional;

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
    Optional<Template> front,
    Optional<ParkPart> park) {
  /** Takes copies. */
  public ProgramRow {
    jvm = List.copyOf(jvm);
    rights = List.copyOf(rights);
  }

  /** For a file's name: as the command, in one word. */
  public String fileName() {
    return command.replace(' ', '-');
  }
}
