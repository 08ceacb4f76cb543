package fwq.kit.program;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a program from its command line to its exit code. */
public final class Program {
  /** It ended as it should. */
  public static final int OK = 0;

  /** A failure that cannot be waited out. */
  public static final int FAILED = 1;

  /** The command line is wrong. */
  public static final int BAD_USAGE = 2;

  /**
   * How long a program may take to close after a signal. It takes one second where the machine is
   * not busy; where it is, what is being written is not to be cut short.
   */
  private static final long CLOSE_SECONDS_MAX = 8;

  private Program() {}

  /** A program's body: a picocli command that runs until it is done or asked to stop. */
  @FunctionalInterface
  public interface Body {
    /**
     * Runs until done or asked to stop, and closes what it opened.
     *
     * @throws Failure with a sentence, for exit code 1
     * @throws ParameterException with a sentence, for exit code 2
     */
    void run(Stop stop) throws Exception;
  }

  /** Runs the body and ends the JVM with its exit code. To be the only line of a main. */
  public static void main(Body body, String... args) {
    Stop stop = new Stop();
    CountDownLatch closed = new CountDownLatch(1);
    int[] code = {OK};
    Thread onSignal =
        new Thread(
            () -> {
              stop.request();
              try {
                // Without halt the JVM would report the signal instead of our exit code.
                boolean clean = closed.await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
                Runtime.getRuntime().halt(clean ? code[0] : FAILED);
              } catch (InterruptedException e) {
                Runtime.getRuntime().halt(FAILED);
              }
            },
            "on-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    Thread.setDefaultUncaughtExceptionHandler(new Uncaught(Runtime.getRuntime()::halt));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    code[0] = run(body, stop, out, err, args);
    closed.countDown();
    System.exit(code[0]);
  }

  /** Runs the body and gives its exit code. */
  public static int run(Body body, Stop stop, PrintWriter out, PrintWriter err, String... args) {
    CommandLine cli =
        new CommandLine(body)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(Port.class, Port::parse);
    try {
      ParseResult parsed = cli.parseArgs(args);
      if (CommandLine.printHelpIfRequested(parsed)) {
        return OK;
      }
      body.run(stop);
      return OK;
    } catch (ParameterException e) {
      err.println(e.getMessage());
      err.println();
      e.getCommandLine().usage(err);
      return BAD_USAGE;
    } catch (Failure e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (Throwable e) {
      // Errors too: a main that only died of one would leave its other threads running for ever.
      LoggerFactory.getLogger(Program.class).error("this is a fault of the program itself", e);
      return FAILED;
    }
  }
}
