package fwq.web.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A real browser without a screen: Debian's chromium, steered over its DevTools protocol, which
 * needs neither a driver program nor a library of its own.
 */
public final class Chromium implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final DevTools tools;

  private Chromium(Process process, Path profile, DevTools tools) {
    this.process = process;
    this.profile = profile;
    this.tools = tools;
  }

  /** Where there is one on the path. */
  public static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(folder -> Stream.of("chromium", "google-chrome").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one, with a profile of its own. */
  public static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("fwq-browser-");
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-extensions",
                "--disable-background-networking",
                "--disable-component-update",
                "--ignore-certificate-errors",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // It is ended by force, and leaves what it has among temporary files.
    builder.environment().put("TMPDIR", profile.toString());
    Process process = builder.start();
    BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> errors.lines().forEach(_ -> {}));
        return new Chromium(process, profile, new DevTools(URI.create(matcher.group(1))));
      }
    }
    throw new IOException("the browser " + program + " does not start");
  }

  /** A tab with cookies of its own, as if it were another person's browser. */
  public Tab open(int width, int height) {
    JsonNode context = tools.command("Target.createBrowserContext", Map.of());
    return tab(context.get("browserContextId").stringValue(), width, height);
  }

  /** Another tab of the same person. */
  public Tab beside(Tab tab) {
    return tab(tab.context(), tab.width(), tab.height());
  }

  private Tab tab(String context, int width, int height) {
    JsonNode target =
        tools.command(
            "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context));
    JsonNode session =
        tools.command(
            "Target.attachToTarget",
            Map.of("targetId", target.get("targetId").stringValue(), "flatten", true));
    return new Tab(tools, context, session.get("sessionId").stringValue(), width, height);
  }

  @Override
  public void close() throws IOException {
    tools.close();
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      process.waitFor(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
