package fwq.tui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal of 24 rows and 80 columns that remembers what was sent to it, and is typed into. */
final class FakeTerminal extends LineDisciplineTerminal {
  /** All that its settings were changed to. */
  final List<String> settings = new ArrayList<>();

  private final ByteArrayOutputStream sent;

  FakeTerminal() throws IOException {
    this("xterm-256color", new ByteArrayOutputStream());
  }

  FakeTerminal(String type) throws IOException {
    this(type, new ByteArrayOutputStream());
  }

  private FakeTerminal(String type, ByteArrayOutputStream sent) throws IOException {
    super("test", type, sent, StandardCharsets.UTF_8);
    this.sent = sent;
    setSize(Size.of(80, 24));
  }

  /** A screen that has taken it over. */
  Screen screen(Palette palette) {
    return new Screen(this, palette, false, new ScreenGuard());
  }

  @Override
  public void setAttributes(Attributes changed) {
    if (settings != null) {
      settings.add(changed.toString());
    }
    super.setAttributes(changed);
  }

  boolean echoes() {
    return getAttributes().getLocalFlag(LocalFlag.ECHO);
  }

  void type(String characters) throws IOException {
    processInputBytes(characters.getBytes(StandardCharsets.UTF_8));
  }

  /** What was sent since the last time this was asked. */
  String sent() {
    String all = sent.toString(StandardCharsets.UTF_8);
    sent.reset();
    return all;
  }
}
