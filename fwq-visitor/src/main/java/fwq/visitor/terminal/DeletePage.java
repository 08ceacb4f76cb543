package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
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

/** The end of an account, which the present password is asked for. */
final class DeletePage implements Page {
  private final World world;
  private final Login login;
  private final Texts texts;
  private final Asking asking;
  private Form form;

  DeletePage(World world, Login login) {
    this.world = world;
    this.login = login;
    this.texts = world.texts();
    this.asking = world.asking();
    this.form =
        Form.of(texts.of("account.delete"), Form.password("current", texts.of("field.current")));
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
      return new AccountPage(world, login);
    }
    if (asking.waiting()) {
      return this;
    }
    if (key == Key.Named.ENTER) {
      form = Faults.missing(texts, form.unmarked(), List.of("current"));
      if (!form.isFaulty()) {
        asking.ask(new RegistryRequest.Delete(login.ticket(), new Secret(form.value("current"))));
      }
      return this;
    }
    form = form.press(key);
    return this;
  }

  private Page answered(RegistryReply reply) {
    switch (reply) {
      case RegistryReply.Done _ -> {
        return new LoginPage(world, "", new Form.Notice(texts.of("account.deleted"), false));
      }
      case RegistryReply.Refused(ErrorReply error) -> {
        if (error.is(RegistryError.EXPIRED)) {
          return new LoginPage(
              world, login.alias(), new Form.Notice(texts.of("login.expired"), true));
        }
        form = Faults.of(texts, form.forgetPasswords(), error);
      }
      case RegistryReply.LoggedIn _,
          RegistryReply.ProfileOf _,
          RegistryReply.Sessions _,
          RegistryReply.Exported _,
          RegistryReply.AuditTail _ ->
          form = form.notice(new Form.Notice(texts.of("asking.nonsense"), true));
    }
    return this;
  }

  @Override
  public Spoken spoken(long now) {
    return asking.spoken(form, texts.of("account.deleteIntro"));
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
        texts.of("account.deleteIntro"),
        asking.shown(form, now),
        texts.of("hint.back"),
        asking.waiting());
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return asking.wakeAt(now);
  }
}
