package fwq.visitor.terminal;

import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.RegistryReply;
import fwq.common.message.RegistryRequest;
import fwq.common.message.Secret;
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
  private Form form =
      Form.of(
          "Update profile",
          Form.text("name", "Name"),
          Form.text("email", "Email"),
          Form.text("shownAs", "On the map"),
          Form.password("password", "New password"),
          Form.password("again", "Password again"));

  /** Asks for the profile at once. */
  ProfilePage(World world, Login login) {
    this.world = world;
    this.login = login;
    this.asking = world.asking();
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
      return menu(unknown ? "The update was stopped." : "");
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
            Faults.missing(form.unmarked(), List.of("name", "email")), "password", "again");
    if (form.isFaulty() || before.isEmpty()) {
      return this;
    }
    String password = form.value("password");
    Optional<String> name = changed("name", before.get().name());
    Optional<String> email = changed("email", before.get().email());
    Optional<String> shownAs = changed("shownAs", before.get().shownAs());
    if (name.isEmpty() && email.isEmpty() && password.isEmpty() && shownAs.isEmpty()) {
      return menu("Nothing was changed.");
    }
    renamed = shownAs.isPresent();
    asking.ask(
        new RegistryRequest.Update(
            login.ticket(),
            name,
            email,
            Optional.of(password).filter(it -> !it.isEmpty()).map(Secret::new),
            shownAs));
    return this;
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
        return menu(
            renamed
                ? "Your profile is saved. The map shows it from your next login on."
                : "Your profile is saved.");
      }
      case ErrorReply error -> {
        if (error.code() == ErrorCode.EXPIRED) {
          return new LoginPage(
              world,
              login.alias(),
              new Form.Notice("Your login has ended; please log in again.", true));
        }
        form = Faults.of(form.forgetPasswords(), error);
      }
      case RegistryReply.LoggedIn _ ->
          form =
              form.say(new Form.Notice("The registry gave an answer that fits no question.", true));
    }
    return this;
  }

  private Page menu(String sentence) {
    return new MenuPage(world, login, new Form.Notice(sentence, false));
  }

  @Override
  public Picture draw(int rows, int columns, long now) {
    boolean waiting = asking.waiting();
    return FormsView.one(
        rows,
        columns,
        login.alias(),
        "Leave the password empty to keep the one you have, and “On the map” empty to be shown"
            + " without a name.",
        waiting ? form.say(asking.notice(now)) : form,
        "back",
        waiting);
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return asking.wakeAt(now);
  }
}
