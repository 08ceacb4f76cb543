package fwq.visitor.terminal;

import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.tui.Form;
import fwq.tui.Page;
import java.util.List;
import java.util.Optional;

/** Update profile: opens with what the registry knows, sends what was changed. */
final class ProfilePage extends AccountForm {
  private Optional<ProfileOf> before = Optional.empty();
  private boolean renamed;

  ProfilePage(World world, Login login) {
    super(world, login, world.texts().of("profile.intro"), empty(world.texts()));
    asking.ask(new RegistryRequest.Profile(login.ticket()));
  }

  private static Form empty(Texts texts) {
    return Form.of(
        texts.of("profile.title"),
        Form.text("name", texts.of("field.name")),
        Form.text("email", texts.of("field.email")),
        Form.text("shownAs", texts.of("field.shownAs")),
        Form.password("current", texts.of("field.current")),
        Form.password("password", texts.of("field.newPassword")),
        Form.password("again", texts.of("field.again")));
  }

  @Override
  Page leave() {
    boolean unknown = asking.waiting() && before.isPresent();
    asking.cancel();
    return menu(unknown ? texts.of("profile.stopped") : "");
  }

  @Override
  Page submit() {
    require("name", "email");
    form = Faults.differing(texts, form, "password", "again");
    if (form.isFaulty() || before.isEmpty()) {
      return this;
    }
    Optional<Secret> password = secret("password");
    Optional<String> name = changed("name", before.get().name());
    Optional<String> email = changed("email", before.get().email());
    Optional<String> shownAs = changed("shownAs", before.get().shownAs());
    Changes changes = new Changes(name, email, password, shownAs);
    if (changes.equals(Changes.NONE)) {
      return menu(texts.of("profile.unchanged"));
    }
    if (changes.needPassword()) {
      form = Faults.missing(texts, form, List.of("current"));
      if (form.isFaulty()) {
        return this;
      }
    }
    renamed = shownAs.isPresent();
    asking.ask(new RegistryRequest.Update(login.ticket(), changes, secret("current")));
    return this;
  }

  private Optional<String> changed(String field, String old) {
    return Optional.of(form.value(field).strip()).filter(value -> !value.equals(old));
  }

  @Override
  Optional<Page> accepted(RegistryReply reply) {
    if (reply instanceof ProfileOf profile) {
      before = Optional.of(profile);
      form =
          form.fill("name", profile.name())
              .fill("email", profile.email())
              .fill("shownAs", profile.shownAs());
      return Optional.of(this);
    }
    return Optional.of(reply)
        .filter(it -> it instanceof RegistryReply.Done)
        .map(_ -> menu(renamed ? texts.of("profile.savedName") : texts.of("profile.saved")));
  }

  private Page menu(String sentence) {
    return new MenuPage(world, login, new Form.Notice(sentence, false));
  }
}
