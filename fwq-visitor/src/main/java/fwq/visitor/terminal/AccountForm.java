package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A form about the account of a guest who has logged in. */
abstract class AccountForm implements Page {
  final World world;
  final Login login;
  final Texts texts;
  final Asking asking;
  Form form;
  private final String intro;

  /**
   * A form that is empty as yet.
   *
   * @param intro what stands above it
   */
  AccountForm(World world, Login login, String intro, Form form) {
    this.world = world;
    this.login = login;
    this.texts = world.texts();
    this.asking = world.asking();
    this.intro = intro;
    this.form = form;
  }

  /** The guest has filled it in. */
  abstract Page submit();

  /** The guest wants to go back. */
  abstract Page leave();

  /** The page after an answer that is to this form, or nothing. */
  abstract Optional<Page> accepted(RegistryReply reply);

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
      return leave();
    }
    if (asking.waiting()) {
      return this;
    }
    if (key == Key.Named.ENTER) {
      return submit();
    }
    form = form.press(key);
    return this;
  }

  private Page answered(RegistryReply reply) {
    if (!(reply instanceof RegistryReply.Refused(ErrorReply error))) {
      return accepted(reply)
          .orElseGet(
              () -> {
                form = form.notice(new Form.Notice(texts.of("asking.nonsense"), true));
                return this;
              });
    }
    if (error.is(RegistryError.EXPIRED)) {
      return new LoginPage(world, login.alias(), new Form.Notice(texts.of("login.expired"), true));
    }
    form = Faults.of(texts, form.forgetPasswords(), error);
    return this;
  }

  /** Unmarks all, and marks which of these are empty. */
  void require(String... fields) {
    form = Faults.missing(texts, form.unmarked(), List.of(fields));
  }

  /** What was typed there, if anything was. */
  Optional<Secret> secret(String field) {
    return Optional.of(form.value(field)).filter(it -> !it.isEmpty()).map(Secret::new);
  }

  @Override
  public Spoken spoken(long now) {
    return asking.spoken(form, intro);
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
        texts,
        rows,
        columns,
        login.alias(),
        intro,
        asking.shown(form, now),
        texts.of("hint.back"),
        asking.waiting());
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return asking.wakeAt(now);
  }
}
