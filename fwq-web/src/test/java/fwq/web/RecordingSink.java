package fwq.web;

import fwq.web.stream.Block;
import fwq.web.stream.Sink;
import fwq.web.stream.Slot;
import java.util.ArrayList;
import java.util.List;

/** A browser that keeps all it gets. */
public final class RecordingSink implements Sink {
  private final List<String> sent = new ArrayList<>();

  @Override
  public void begin(String text) {
    sent.add(text);
  }

  @Override
  public void send(Slot slot, Block block) {
    sent.add(block.text());
  }

  /** What came last whose text holds this. */
  public String last(String part) {
    return sent.reversed().stream().filter(it -> it.contains(part)).findFirst().orElse("");
  }

  /** How many pieces hold this. */
  public long count(String part) {
    return sent.stream().filter(it -> it.contains(part)).count();
  }
}
