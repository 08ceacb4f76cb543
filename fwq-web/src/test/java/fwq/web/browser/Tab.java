package fwq.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.web.http.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** One tab: what a person sees and does. Everything waits until it can be done. */
public final class Tab {
  private final DevTools tools;
  private final String context;
  private final String session;
  private final int width;
  private final int height;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final AtomicLong bytes = new AtomicLong();

  Tab(DevTools tools, String context, String session, int width, int height) {
    this.tools = tools;
    this.context = context;
    this.session = session;
    this.width = width;
    this.height = height;
    tools.listen(session, this::heard);
    for (String domain : List.of("Page", "Runtime", "Log", "Network", "Security")) {
      command(domain + ".enable", Map.of());
    }
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  String context() {
    return context;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private JsonNode command(String method, Map<String, Object> parameters) {
    return tools.command(session, method, parameters);
  }

  private void heard(String event, JsonNode parameters) {
    switch (event) {
      case "Network.loadingFinished" ->
          bytes.addAndGet(parameters.get("encodedDataLength").longValue());
      case "Runtime.exceptionThrown" -> complaints.add(parameters.toString());
      case "Log.entryAdded" -> {
        JsonNode entry = parameters.get("entry");
        String source = entry.get("source").stringValue();
        // What the network says, such as a 401 before a login, is part of the game.
        if (entry.get("level").stringValue().equals("error") && !source.equals("network")) {
          complaints.add(source + ": " + entry.get("text").stringValue());
        }
      }
      case "Runtime.consoleAPICalled" -> {
        if (parameters.get("type").stringValue().equals("error")) {
          complaints.add(parameters.get("args").toString());
        }
      }
      default -> {}
    }
  }

  /** What the page's console complains of: faults of scripts, and what the policy forbids. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** So many bytes came over the network until now, with all headers. */
  public long bytes() {
    return bytes.get();
  }

  /** Goes to an address. */
  public Tab go(String address) {
    command("Page.navigate", Map.of("url", address));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
    return this;
  }

  /** What a script comes to. */
  public JsonNode eval(String script) {
    JsonNode result =
        command(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(script + ": " + result.get("exceptionDetails"));
    }
    JsonNode value = result.get("result").get("value");
    return value == null ? DevTools.MAPPER.nullNode() : value;
  }

  /** Waits until a script comes to something true. */
  public Tab await(String script) {
    try {
      Await.until(script, () -> holds(script));
      return this;
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "; the page says: " + eval("document.body.innerText"), e);
    }
  }

  private boolean holds(String script) {
    try {
      return eval("!!(" + script + ")").booleanValue();
    } catch (IllegalStateException e) {
      // In the middle of a navigation there is no page to ask.
      return false;
    }
  }

  /** Waits until the page says this, whatever else. */
  public Tab sees(String text) {
    return await("document.body.innerText.includes(" + quoted(text) + ")");
  }

  /** Waits until the page does not say this any more. */
  public Tab seesNo(String text) {
    return await("!document.body.innerText.includes(" + quoted(text) + ")");
  }

  /** Clicks the middle of what fits, with a real mouse. */
  public Tab click(String css) {
    await(visible(css));
    eval("document.querySelector(" + quoted(css) + ").scrollIntoView({block: 'center'})");
    JsonNode box =
        eval(
            "(() => { const r = document.querySelector("
                + quoted(css)
                + ").getBoundingClientRect();"
                + " return [r.x + r.width / 2, r.y + r.height / 2]; })()");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      command(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              box.get(0).doubleValue(),
              "y",
              box.get(1).doubleValue(),
              "button",
              "left",
              "clickCount",
              1));
    }
    return this;
  }

  /** Clicks the button, link or tab that says this. */
  public Tab choose(String label) {
    String mark = "data-chosen-by-test";
    await(
        "[...document.querySelectorAll('button, a, [role=tab], [role=button], summary, label')]"
            + ".some(e => { const fits = (e.innerText.trim().split(String.fromCharCode(10))[0] === "
            + quoted(label)
            + " || e.getAttribute('aria-label') === "
            + quoted(label)
            + ") && e.getClientRects().length > 0 && !e.disabled;"
            + " if (fits) { document.querySelectorAll('["
            + mark
            + "]').forEach(o => o.removeAttribute('"
            + mark
            + "')); e.setAttribute('"
            + mark
            + "', ''); } return fits; })");
    return click("[" + mark + "]");
  }

  /** Types into a field, in place of what is there. */
  public Tab type(String css, String text) {
    await(visible(css));
    eval(
        "(() => { const e = document.querySelector("
            + quoted(css)
            + "); e.focus(); e.select && e.select(); })()");
    command("Input.insertText", Map.of("text", text));
    return this;
  }

  /** Sets a field that is not typed into letter by letter, such as a day. */
  public Tab set(String css, String value) {
    await(visible(css));
    eval(
        "(() => { const e = document.querySelector(%s); e.value = %s;"
                .formatted(quoted(css), quoted(value))
            + " e.dispatchEvent(new Event('input', {bubbles: true})); })()");
    return this;
  }

  /** Presses a key, such as {@code Tab}, {@code Enter}, {@code ArrowLeft} or {@code a}. */
  public Tab press(String key) {
    Map<String, Integer> codes =
        Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "Escape",
            27,
            "ArrowLeft",
            37,
            "ArrowUp",
            38,
            "ArrowRight",
            39,
            "ArrowDown",
            40,
            " ",
            32);
    int code = codes.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event =
          key.length() == 1 && type.equals("keyDown")
              ? Map.of("type", type, "key", key, "windowsVirtualKeyCode", code, "text", key)
              : key.equals("Enter") && type.equals("keyDown")
                  ? Map.of("type", type, "key", key, "windowsVirtualKeyCode", code, "text", "\r")
                  : Map.of("type", type, "key", key, "windowsVirtualKeyCode", code);
      command("Input.dispatchKeyEvent", event);
    }
    return this;
  }

  /** What a person asks of all pages, such as {@code prefers-color-scheme} dark. */
  public Tab prefers(String feature, String value) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
    return this;
  }

  /** Takes the network away, or gives it back. */
  public Tab offline(boolean away) {
    command(
        "Network.emulateNetworkConditions",
        Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    return this;
  }

  /** Runs a whole script file in the page, whatever its policy says. */
  public Tab load(String script) {
    command("Runtime.evaluate", Map.of("expression", script));
    return this;
  }

  /** Keeps a picture of what is seen. */
  public Tab picture(Path file) throws IOException {
    String data =
        command("Page.captureScreenshot", Map.of("format", "png")).get("data").stringValue();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(data));
    return this;
  }

  /** Keeps a picture of the whole page, what lies below the window, too. */
  public Tab wholePicture(Path file) throws IOException {
    int whole = eval("document.documentElement.scrollHeight").intValue();
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", width, "height", Math.max(whole, height), "scale", 1);
    String data =
        command(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
            .get("data")
            .stringValue();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(data));
    return this;
  }

  /** Nothing may be wider than the window. */
  public void scrollsNoWhereSideways() {
    assertEquals(
        eval("document.documentElement.clientWidth").intValue(),
        eval("document.documentElement.scrollWidth").intValue(),
        "the page scrolls sideways");
  }

  private static String visible(String css) {
    return "(() => { const e = document.querySelector("
        + quoted(css)
        + "); return e && e.getClientRects().length > 0 && !e.disabled; })()";
  }

  private static String quoted(String text) {
    return DevTools.MAPPER.writeValueAsString(text);
  }
}
