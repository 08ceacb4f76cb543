package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a program whose thread ends. */
final class UncaughtTest {
  private final List<Integer> codes = new ArrayList<>();
  private final Uncaught uncaught = new Uncaught(codes::add);

  @Test
  void errorOfAnyThreadEndsTheProgram() throws Exception {
    for (Thread.Builder builder : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      codes.clear();
      Thread thread =
          builder
              .name("expected by this test")
              .uncaughtExceptionHandler(uncaught)
              .start(
                  () -> {
                    throw new AssertionError("expected by this test");
                  });
      thread.join();
      assertEquals(List.of(Program.FAILED), codes);
    }
  }

  @Test
  void exceptionIsSaidAndTheProgramGoesOn() {
    List<String> said =
        Logged.during(
            () ->
                uncaught.uncaughtException(
                    Thread.currentThread(), new IllegalStateException("expected by this test")));
    assertEquals(List.of(), codes);
    assertTrue(said.toString().contains("expected by this test"));
  }
}
