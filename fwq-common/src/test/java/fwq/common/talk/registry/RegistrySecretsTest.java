package fwq.common.talk.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Session;
import fwq.kit.json.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegistrySecretsTest {
  private static final Secret SECRET = new Secret("hunter2");

  @Test
  void messagesWithSecretsNeverPrintThem() {
    List<Record> messages =
        List.of(
            new RegistryRequest.Register("ana", "Ana", "a@b", SECRET, Optional.empty()),
            new RegistryRequest.Login("ana", SECRET),
            new RegistryRequest.Profile(SECRET),
            new RegistryRequest.Update(
                SECRET, Changes.NONE.withPassword(SECRET), Optional.of(SECRET)),
            new RegistryRequest.Delete(SECRET, SECRET),
            new RegistryRequest.Logout(SECRET),
            new RegistryReply.LoggedIn(
                SECRET, new Session("ana", 1, 2), SECRET, Optional.of(SECRET)));
    for (Record message : messages) {
      assertFalse(message.toString().contains("hunter"), message.toString());
      assertTrue(message.toString().contains("***"), message.toString());
    }
  }
}
