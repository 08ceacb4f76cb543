package fwq.visitor.terminal;

import fwq.common.signing.SessionKey;
import fwq.common.talk.registry.RegistryRequest;
import fwq.common.talk.visit.VisitorEvent;
import fwq.kit.net.HostPort;
import java.util.ArrayList;
import java.util.List;

/** Writes down what pages want done, and what is said on its one line. */
final class FakeErrands implements Errands, ParkLine {
  final List<RegistryRequest> asked = new ArrayList<>();
  final List<VisitorEvent> said = new ArrayList<>();
  boolean brokerThere = true;
  int closed;
  int abandoned;
  long number;

  @Override
  public long ask(HostPort registry, RegistryRequest request) {
    asked.add(request);
    return ++number;
  }

  @Override
  public long link(HostPort broker, String alias) {
    return ++number;
  }

  @Override
  public void abandon(long link) {
    abandoned++;
  }

  @Override
  public void close(ParkLine line) {
    line.close();
  }

  @Override
  public void say(VisitorEvent event, SessionKey key) {
    said.add(event);
  }

  @Override
  public boolean brokerThere() {
    return brokerThere;
  }

  @Override
  public void close() {
    closed++;
  }
}
