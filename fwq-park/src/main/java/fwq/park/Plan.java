package fwq.park;

import fwq.common.park.Ride;
import fwq.common.programs.JavaProgram;
import fwq.kit.program.Port;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a park on one machine is to be.
 *
 * @param rides the rides, one sensor each
 * @param ridesFile where they come from, if not the default ones
 * @param replay the recorded day that the sensors replay, if any
 * @param speed how many times as fast as it was
 * @param crowd guests that walk by themselves, 0 for none
 * @param capacity guests the park holds
 * @param minute how long a park's minute lasts for the sensors and the crowd, such as {@code 1s}
 * @param language what the guest at the keyboard reads, {@code en} or {@code es}, if not what the
 *     environment says
 * @param secure whether the broker asks for users, so that each program needs its own user's file
 */
record Plan(
    Path data,
    Port brokerPort,
    Port registryPort,
    Port waitsPort,
    List<Ride> rides,
    Optional<Path> ridesFile,
    Optional<Path> replay,
    double speed,
    int crowd,
    int capacity,
    String minute,
    Optional<String> language,
    boolean secure) {
  private static final String HERE = "127.0.0.1";

  /**
   * One program of the park.
   *
   * @param name what people call it
   * @param program which
   * @param arguments for it
   * @param address where it listens, or what it does, for people
   */
  record Component(String name, JavaProgram program, List<String> arguments, String address) {}

  Component broker() {
    return component(
        "broker",
        JavaProgram.BROKER,
        HERE + ":" + brokerPort,
        secure
            ? new String[] {brokerPort.toString(), "--secure"}
            : new String[] {brokerPort.toString()});
  }

  Component registry() {
    return component(
        "registry",
        JavaProgram.REGISTRY,
        HERE + ":" + registryPort,
        registryPort.toString(),
        "--broker",
        HERE + ":" + brokerPort);
  }

  Component waitingTimeServer() {
    List<String> arguments =
        new ArrayList<>(List.of(waitsPort.toString(), HERE, brokerPort.toString()));
    ridesFile.ifPresent(file -> arguments.addAll(List.of("--rides", file.toString())));
    return component(
        "waiting time server",
        JavaProgram.WAITING_TIME_SERVER,
        HERE + ":" + waitsPort,
        arguments.toArray(String[]::new));
  }

  Component engine() {
    return component(
        "engine",
        JavaProgram.ENGINE,
        "park 0, " + capacity + " guests at most",
        HERE,
        brokerPort.toString(),
        Integer.toString(capacity),
        HERE,
        waitsPort.toString());
  }

  /**
   * The rides' sensors.
   *
   * @param replayFrom epoch milliseconds at which the recorded day begins, the same for all
   */
  List<Component> sensors(long replayFrom) {
    List<Component> sensors = new ArrayList<>();
    for (Ride ride : rides) {
      List<String> arguments =
          new ArrayList<>(List.of(Integer.toString(ride.id()), HERE, brokerPort.toString()));
      ridesFile.ifPresent(file -> arguments.addAll(List.of("--rides", file.toString())));
      if (replay.isPresent()) {
        arguments.addAll(
            List.of(
                "--replay",
                replay.get().toString(),
                "--ride",
                ride.key(),
                "--speed",
                Double.toString(speed),
                "--replay-from",
                Long.toString(replayFrom)));
      } else {
        arguments.addAll(List.of("--minute", minute));
      }
      sensors.add(
          component(
              "sensor " + ride.id(),
              JavaProgram.SENSOR,
              ride.name(),
              arguments.toArray(String[]::new)));
    }
    return sensors;
  }

  Component crowdOfGuests() {
    return component(
        "crowd",
        JavaProgram.VISITOR,
        crowd + (crowd == 1 ? " guest" : " guests"),
        HERE,
        registryPort.toString(),
        HERE,
        brokerPort.toString(),
        "--crowd",
        Integer.toString(crowd),
        "--minute",
        minute,
        "--trust",
        registryCertificate().toString());
  }

  /** The guest at the keyboard. */
  Component visitor() {
    List<String> arguments =
        new ArrayList<>(List.of(HERE, registryPort.toString(), HERE, brokerPort.toString()));
    arguments.addAll(List.of("--minute", minute, "--trust", registryCertificate().toString()));
    language.ifPresent(it -> arguments.addAll(List.of("--lang", it)));
    return component("visitor", JavaProgram.VISITOR, "you", arguments.toArray(String[]::new));
  }

  /** Where the registry of this park writes who it is: no other is believed in here. */
  Path registryCertificate() {
    return data.resolve("registry.crt");
  }

  /**
   * Where the broker writes a user's client properties, if it asks for users; the operator's are
   * the last that it writes.
   */
  Optional<Path> userFile(String user) {
    return secure
        ? Optional.of(data.resolve("kafka").resolve(user + ".properties"))
        : Optional.empty();
  }

  private Component component(
      String name, JavaProgram program, String address, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    if (program != JavaProgram.BROKER) {
      // Users are called as the programs are.
      userFile(program.command())
          .ifPresent(file -> all.addAll(List.of("--kafka-config", file.toString())));
    }
    return new Component(name, program, List.copyOf(all), address);
  }
}
