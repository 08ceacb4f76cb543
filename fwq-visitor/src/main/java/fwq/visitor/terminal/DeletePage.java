package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.Secret;
import fwq.tui.Form;
import fwq.tui.Page;
import java.util.Optional;

/** The end of an account, which the present password is asked for. */
final class DeletePage extends AccountForm {
  DeletePage(World world, Login login) {
    super(world, login, world.texts().of("account.deleteIntro"), empty(world.texts()));
  }

  private static Form empty(Texts texts) {
    return Form.of(texts.of("account.delete"), Form.password("current", texts.of("field.current")));
  }

  @Override
  Page submit() {
    require("current");
    if (!form.isFaulty()) {
      asking.ask(new RegistryRequest.Delete(login.ticket(), new Secret(form.value("current"))));
    }
    return this;
  }

  @Override
  Page leave() {
    asking.cancel();
    return new AccountPage(world, login);
  }

  @Override
  Optional<Page> accepted(RegistryReply reply) {
    return Optional.of(reply)
        .filter(it -> it instanceof RegistryReply.Done)
        .map(_ -> new LoginPage(world, "", new Form.Notice(texts.of("account.deleted"), false)));
  }
}
