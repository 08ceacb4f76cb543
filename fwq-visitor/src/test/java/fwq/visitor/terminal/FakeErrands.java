package fwq.visitor.terminal;

import fwq.common.park.Position;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.trips.AgencyRequest;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.net.HostPort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what pages want done, and what is sent over its one link. */
final class FakeErrands implements Errands {
  final List<RegistryRequest> asked = new ArrayList<>();
  final List<AgencyRequest> askedAgency = new ArrayList<>();
  final Map<Path, String> saved = new HashMap<>();
  final List<VisitorEvent> sent = new ArrayList<>();
  final List<Position> reported = new ArrayList<>();
  boolean brokerThere = true;
  long standstillMillis;
  int closed;
  int abandoned;
  long number;

  @Override
  public long ask(HostPort registry, RegistryRequest request) {
    asked.add(request);
    return ++number;
  }

  @Override
  public Optional<String> save(Path file, byte[] content) {
    saved.put(file, new String(content, StandardCharsets.UTF_8));
    return Optional.empty();
  }

  @Override
  public long ask(HostPort agency, AgencyRequest request) {
    askedAgency.add(request);
    return ++number;
  }

  @Override
  public long link(HostPort broker, Login login) {
    return ++number;
  }

  @Override
  public void abandon(long link) {
    abandoned++;
  }

  /** The link that was asked for last. */
  ParkEvent.Linked linked() {
    return new ParkEvent.Linked(
        number,
        sent::add,
        reported::add,
        () -> brokerThere,
        () -> standstillMillis,
        () -> closed++);
  }

  @Override
  public void close(ParkEvent.Linked line) {
    line.close().run();
  }
}
