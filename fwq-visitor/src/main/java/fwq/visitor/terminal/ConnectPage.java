package fwq.visitor.terminal;

import fwq.kit.net.HostPort;
import fwq.kit.program.Port;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.TypeConversionException;

/** Asks where registry and broker are, as far as the command line did not say. */
final class ConnectPage implements Page {
  private static final String REGISTRY = "registry";
  private static final String BROKER = "broker";

  private final Texts texts;
  private final Optional<HostPort> registry;
  private final Optional<HostPort> broker;
  private final BiFunction<HostPort, HostPort, Page> next;
  private Form form;

  ConnectPage(
      Texts texts,
      Optional<HostPort> registry,
      Optional<HostPort> broker,
      BiFunction<HostPort, HostPort, Page> next) {
    this.texts = texts;
    this.registry = registry;
    this.broker = broker;
    this.next = next;
    List<Form.Field> fields = new ArrayList<>();
    if (registry.isEmpty()) {
      fields.add(
          Form.text(REGISTRY + "Host", texts.of("connect.registryHost")).filled("127.0.0.1"));
      fields.add(Form.text(REGISTRY + "Port", texts.of("connect.registryPort")).filled("5050"));
    }
    if (broker.isEmpty()) {
      fields.add(Form.text(BROKER + "Host", texts.of("connect.brokerHost")).filled("127.0.0.1"));
      fields.add(Form.text(BROKER + "Port", texts.of("connect.brokerPort")).filled("9092"));
    }
    this.form = Form.of(texts.of("connect.title"), fields.toArray(Form.Field[]::new));
  }

  @Override
  public Page on(Event event, long now) {
    return switch (event) {
      case Event.Pressed(Key key) when key == Key.Named.ENTER -> submit();
      case Event.Pressed(Key key) when key == Key.Named.ESCAPE -> new Page.End();
      case Event.Pressed(Key key) -> {
        form = form.press(key);
        yield this;
      }
      default -> this;
    };
  }

  private Page submit() {
    form = form.unmarked();
    Optional<HostPort> itsRegistry = registry.or(() -> address(REGISTRY));
    Optional<HostPort> itsBroker = broker.or(() -> address(BROKER));
    return itsRegistry.isPresent() && itsBroker.isPresent()
        ? next.apply(itsRegistry.get(), itsBroker.get())
        : this;
  }

  private Optional<HostPort> address(String peer) {
    String host = form.value(peer + "Host").strip();
    if (host.isEmpty()) {
      form = form.fault(peer + "Host", texts.of("connect.badHost"));
    }
    try {
      Port port = Port.parse(form.value(peer + "Port").strip());
      return host.isEmpty() ? Optional.empty() : Optional.of(new HostPort(host, port.number()));
    } catch (TypeConversionException e) {
      form = form.fault(peer + "Port", texts.heard(e.getMessage(), texts.of("connect.badPort")));
      return Optional.empty();
    }
  }

  @Override
  public Spoken spoken(long now) {
    return Spoken.of(form, List.of(form.title(), texts.of("connect.intro")));
  }

  @Override
  public List<Key> keys(String line) {
    return Spoken.keys(form, line);
  }

  @Override
  public boolean usesEmptyLines() {
    return true;
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    return FormsView.one(
        texts, rows, columns, "", texts.of("connect.intro"), form, texts.of("hint.quit"), false);
  }
}
