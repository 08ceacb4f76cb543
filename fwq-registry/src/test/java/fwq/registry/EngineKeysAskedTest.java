package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.signing.EngineKeys;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineKeysAskedTest {
  @TempDir private Path folder;

  @Test
  void whoeverAsksIsToldTheEnginesKeysAsTheyAreNowAndWhatTimeItIs() throws Exception {
    try (OpenRegistry registry = new OpenRegistry(folder)) {
      Guest guest = registry.guest();
      long now = registry.clock.millis();
      assertEquals(
          new RegistryReply.Engines(EngineKeys.NONE, now),
          guest.ask(new RegistryRequest.AskEngines()));
      registry.engines = EngineKeys.of(OpenRegistry.KEYS.get());
      assertEquals(
          new RegistryReply.Engines(registry.engines, now),
          guest.ask(new RegistryRequest.AskEngines()));
      assertEquals(0, registry.audited.size());
    }
  }
}
