package fwq.web.guest;

import fwq.common.park.Position;
import fwq.common.signing.SessionKey;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitorEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what guests say. */
final class FakeVoice implements Voice {
  final List<VisitorEvent> said = new ArrayList<>();
  final List<Operate> operated = new ArrayList<>();
  final Set<String> heard = new TreeSet<>();
  final List<Position> reported = new ArrayList<>();
  boolean there = true;

  @Override
  public void say(int park, VisitorEvent event, SessionKey key) {
    said.add(event);
  }

  @Override
  public void operate(int park, Operate word, SessionKey key) {
    operated.add(word);
  }

  @Override
  public void report(int park, Position position) {
    reported.add(position);
  }

  @Override
  public void listen(int park, String alias) {
    heard.add(alias);
  }

  @Override
  public void forget(int park, String alias) {
    heard.remove(alias);
  }

  @Override
  public boolean brokerThere() {
    return there;
  }

  /** The last event's kind. */
  String last() {
    return said.isEmpty() ? "" : said.getLast().getClass().getSimpleName();
  }

  long count(Class<?> kind) {
    return said.stream().filter(kind::isInstance).count();
  }
}
