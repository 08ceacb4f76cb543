package fwq.visitor.terminal;

import fwq.common.talk.registry.AccountData;
import fwq.common.talk.registry.AccountJson;
import fwq.common.talk.registry.OpenSession;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.ErrorReply;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import fwq.visitor.terminal.ChoiceView.Line;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A guest's logins, each of which can be ended, the guest's data, and the end of the account. */
final class AccountPage implements Page {
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final World world;
  private final Login login;
  private final Texts texts;
  private final Asking asking;
  private List<OpenSession> sessions = List.of();
  private int marked;
  private boolean sure;
  private Form.Notice notice = Form.Notice.NONE;

  AccountPage(World world, Login login) {
    this.world = world;
    this.login = login;
    this.texts = world.texts();
    this.asking = world.asking();
    list();
  }

  private void list() {
    asking.ask(new RegistryRequest.ListSessions(login.ticket()));
  }

  @Override
  public Page on(Event event, long now) {
    Optional<RegistryReply> reply = asking.on(event, now);
    if (reply.isPresent()) {
      return answered(reply.get());
    }
    if (!(event instanceof Event.Pressed(Key key))) {
      return this;
    }
    if (key == Key.Named.ESCAPE) {
      asking.cancel();
      return new MenuPage(world, login, Form.Notice.NONE);
    }
    if (asking.waiting()) {
      return this;
    }
    return switch (key) {
      case Key.Named.UP, Key.Named.BACK_TAB -> mark(marked - 1);
      case Key.Named.DOWN, Key.Named.TAB -> mark(marked + 1);
      case Key.Named.ENTER -> choose();
      case Key.Thing(int index) -> mark(index);
      case Key.Typed(int character) when Character.isDigit(character) ->
          mark(Character.digit(character, 10) - 1).choose();
      case Key.Named _, Key.Typed _, Key.Pasted _, Key.Pointed _ -> this;
    };
  }

  private AccountPage mark(int index) {
    int next = Math.clamp(index, 0, sessions.size() + 1);
    sure &= next == marked;
    marked = next;
    return this;
  }

  private Page choose() {
    if (marked == sessions.size()) {
      asking.ask(new RegistryRequest.Export(login.ticket()));
    } else if (marked == sessions.size() + 1) {
      return new DeletePage(world, login);
    } else if (sessions.get(marked).yours()) {
      notice = new Form.Notice(texts.of("account.yours"), false);
    } else if (sure) {
      asking.ask(new RegistryRequest.EndSession(login.ticket(), sessions.get(marked).issuedAt()));
      sure = false;
    } else {
      sure = true;
      notice = new Form.Notice(texts.of("account.again"), true);
    }
    return this;
  }

  private Page answered(RegistryReply reply) {
    switch (reply) {
      case RegistryReply.Sessions it -> {
        sessions = it.sessions();
        mark(marked);
      }
      case RegistryReply.Done _ -> {
        notice = new Form.Notice(texts.of("account.ended"), false);
        list();
      }
      case RegistryReply.Exported it -> save(it.data());
      case RegistryReply.Refused(ErrorReply error) -> {
        if (error.is(RegistryError.EXPIRED)) {
          return new LoginPage(
              world, login.alias(), new Form.Notice(texts.of("login.expired"), true));
        }
        notice = new Form.Notice(texts.refusal(error), true);
      }
      case RegistryReply.LoggedIn _,
          RegistryReply.ProfileOf _,
          RegistryReply.AuditTail _,
          RegistryReply.Engines _ ->
          notice = new Form.Notice(texts.of("asking.nonsense"), true);
    }
    return this;
  }

  private void save(AccountData data) {
    Path file = Path.of("fwq-" + login.alias() + ".json");
    Optional<String> fault = world.errands().save(file, AccountJson.document(data));
    notice =
        fault.isPresent()
            ? new Form.Notice(texts.of("account.notSaved", fault.get()), true)
            : new Form.Notice(texts.of("account.saved", file.toString()), false);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (OpenSession each : sessions) {
      String since =
          SINCE.format(Instant.ofEpochMilli(each.issuedAt()).atZone(ZoneId.systemDefault()));
      lines.add(
          new Line(
              texts.of("account.login", since, each.address()),
              each.yours() ? texts.of("account.this") : "",
              each.yours(),
              false));
    }
    lines.add(new Line(texts.of("account.save"), "", false, false));
    lines.add(new Line(texts.of("account.delete"), "", false, false));
    return lines;
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    return ChoiceView.draw(
        texts,
        new ChoiceView.Size(rows, columns),
        login.alias(),
        texts.of("menu.account"),
        lines(),
        marked,
        asking.waiting() ? asking.notice(now) : notice);
  }

  @Override
  public Spoken spoken(long now) {
    List<String> report = new ArrayList<>();
    for (Line line : lines()) {
      report.add(report.size() + 1 + "  " + line.text() + "  " + line.right());
    }
    Form.Notice said = asking.waiting() ? asking.spoken() : notice;
    Spoken spoken = new Spoken(report, List.of(said.text()), texts.of("line.letter"), false);
    return asking.waiting() ? spoken.waiting() : spoken;
  }

  @Override
  public List<Key> keys(String line) {
    return line.isEmpty() ? List.of() : List.of(new Key.Typed(line.codePointAt(0)));
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return asking.wakeAt(now);
  }
}
