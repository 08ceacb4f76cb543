package fwq.visitor.terminal;

import fwq.common.talk.registry.Changes;
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

/** Update profile: opens with what the registry knows, sends what was changed. */
final class ProfilePage implements Page {
  private final World world;
  private final Login login;
  private final Asking asking;
  private Optional<RegistryReply.ProfileOf> before = Optional.empty();
  private boolean renamed;
  private final Texts texts;
  private Form form;

  ProfilePage(World world, Login login) {
    this.world = world;
    this.login = login;
    this.asking = world.asking();
    this.texts = world.texts();
    this.form =
        Form.of(
            texts.of("profile.title"),
            Form.text("name", texts.of("field.name")),
            Form.text("email", texts.of("field.email")),
            Form.text("shownAs", texts.of("field.shownAs")),
            Form.password("current", texts.of("field.current")),
            Form.password("password", texts.of("field.newPassword")),
            Form.password("again", texts.of("field.again")));
    asking.ask(new RegistryRequest.Profile(login.ticket()));
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
      boolean unknown = asking.waiting() && before.isPresent();
      asking.cancel();
      return menu(unknown ? texts.of("profile.stopped") : "");
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

  private Page submit() {
    form =
        Faults.differing(
            texts,
            Faults.missing(texts, form.unmarked(), List.of("name", "email")),
            "password",
            "again");
    if (form.isFaulty() || before.isEmpty()) {
      return this;
    }
    String password = form.value("password");
    Optional<String> name = changed("name", before.get().name());
    Optional<String> email = changed("email", before.get().email());
    Optional<String> shownAs = changed("shownAs", before.get().shownAs());
    if (name.isEmpty() && email.isEmpty() && password.isEmpty() && shownAs.isEmpty()) {
      return menu(texts.of("profile.unchanged"));
    }
    Changes changes = new Changes(name, email, secret(password), shownAs);
    if (changes.needPassword()) {
      form = Faults.missing(texts, form, List.of("current"));
      if (form.isFaulty()) {
        return this;
      }
    }
    renamed = shownAs.isPresent();
    asking.ask(new RegistryRequest.Update(login.ticket(), changes, secret(form.value("current"))));
    return this;
  }

  private static Optional<Secret> secret(String typed) {
    return Optional.of(typed).filter(it -> !it.isEmpty()).map(Secret::new);
  }

  private Optional<String> changed(String field, String old) {
    return Optional.of(form.value(field).strip()).filter(value -> !value.equals(old));
  }

  private Page answered(RegistryReply reply) {
    switch (reply) {
      case RegistryReply.ProfileOf profile -> {
        before = Optional.of(profile);
        form =
            form.fill("name", profile.name())
                .fill("email", profile.email())
                .fill("shownAs", profile.shownAs());
      }
      case RegistryReply.Done _ -> {
        return menu(renamed ? texts.of("profile.savedName") : texts.of("profile.saved"));
      }
      case RegistryReply.Refused(ErrorReply error) -> {
        if (error.is(RegistryError.EXPIRED)) {
          return new LoginPage(
              world, login.alias(), new Form.Notice(texts.of("login.expired"), true));
        }
        form = Faults.of(texts, form.forgetPasswords(), error);
      }
      case RegistryReply.LoggedIn _,
          RegistryReply.Sessions _,
          RegistryReply.Exported _,
          RegistryReply.AuditTail _ ->
          form = form.notice(new Form.Notice(texts.of("asking.nonsense"), true));
    }
    return this;
  }

  private Page menu(String sentence) {
    return new MenuPage(world, login, new Form.Notice(sentence, false));
  }

  @Override
  public Spoken spoken(long now) {
    return asking.spoken(form, texts.of("profile.intro"));
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
        texts.of("profile.intro"),
        asking.shown(form, now),
        texts.of("hint.back"),
        asking.waiting());
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return asking.wakeAt(now);
  }
}
