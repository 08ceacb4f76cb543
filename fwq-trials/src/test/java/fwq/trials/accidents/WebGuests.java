package fwq.trials.accidents;

import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Guests with a browser, who stand where they are for as long as accidents happen: the page of each
 * holds a stream open and opens it again when it ends. They must not lose their places.
 */
final class WebGuests implements AutoCloseable {
  private static final int GUESTS = 4;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration OPENING_MAX = Duration.ofMinutes(6);
  private static final Duration AGAIN = Duration.ofMillis(500);

  /** Who is silent for longer is sent home, and begins anew at the gate. */
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

  private static final Pattern PLACE =
      Pattern.compile("\"state\":\"([A-Z]+)\",\"position\":([0-9]+|null)");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final HostPort web;
  private final Stop stop = new Stop();
  private final List<Page> pages = new ArrayList<>();

  WebGuests(HostPort web) {
    this.web = web;
  }

  /** One guest's page. */
  private final class Page {
    private final int number;
    private String cookie = "";
    private long answeredAt;
    private long silentNanosMost;

    Page(int number) {
      this.number = number;
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create("http://" + web + path))
          .timeout(TIMEOUT)
          .header("Cookie", cookie);
    }

    private HttpResponse<String> post(String path, String body)
        throws IOException, InterruptedException {
      HttpRequest request =
          request(path)
              .header("Content-Type", "application/json")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(it -> cookie = it.substring(0, it.indexOf(';')));
      return answer;
    }

    /** Registers, enters, and takes a few steps away from the gate. */
    boolean comeIn() throws InterruptedException {
      try {
        if (cookie.isEmpty()) {
          var _ =
              post(
                  "/app/register",
                  "{\"alias\":\"web%d\",\"name\":\"Web\",\"email\":\"w@example.org\",\"password\":\"four long words %d\"}"
                      .formatted(number, number));
        }
        String place = place();
        if (place.equals(home())) {
          return true;
        }
        var _ =
            place.isEmpty()
                ? post("/app/enter", "{\"park\":0}")
                : post("/app/step", "{\"direction\":\"E\"}");
      } catch (IOException e) {
        // The web is not there yet.
      }
      return false;
    }

    /** Where the guest is, such as {@code 3}; empty outside. */
    String place() throws IOException, InterruptedException {
      HttpResponse<String> me =
          http.send(request("/app/me").GET().build(), BodyHandlers.ofString());
      Matcher place = PLACE.matcher(me.body());
      return me.statusCode() == 200 && place.find() && place.group(1).equals("INSIDE")
          ? place.group(2)
          : "";
    }

    /** The cell at which the guest stands. */
    String home() {
      return Integer.toString(number + 1);
    }

    /** Reads the stream, again and again. */
    void read() {
      answeredAt = System.nanoTime();
      try {
        while (!stop.requested()) {
          try (Stream<String> lines =
              http.send(request("/app/stream").GET().build(), BodyHandlers.ofLines()).body()) {
            lines.takeWhile(_ -> !stop.requested()).forEach(_ -> heard());
          } catch (IOException | RuntimeException e) {
            // The web is away; the page tries again.
          }
          stop.await(AGAIN);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void heard() {
      long now = System.nanoTime();
      silentNanosMost = Math.max(silentNanosMost, now - answeredAt);
      answeredAt = now;
    }

    synchronized long silentNanosMost() {
      return Math.max(silentNanosMost, System.nanoTime() - answeredAt);
    }
  }

  /** Brings all of them in. */
  void begin(Stop early) throws InterruptedException, Failure {
    long deadline = System.nanoTime() + OPENING_MAX.toNanos();
    for (int number = 0; number < GUESTS; number++) {
      Page page = new Page(number);
      while (!page.comeIn()) {
        if (System.nanoTime() > deadline) {
          throw new Failure("the web lets nobody in");
        }
        if (early.await(AGAIN)) {
          return;
        }
      }
      pages.add(page);
      Thread.ofVirtual().name("web guest " + number).start(page::read);
    }
  }

  /** Tells how they fared, and gives sentences about those who lost their places. */
  List<String> tell(PrintWriter out, Stop early) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    for (Page page : pages) {
      String place = place(page, early);
      double silent = page.silentNanosMost() / 1e9;
      boolean isExcused = page.silentNanosMost() > SILENCE_LIMIT.toNanos();
      out.println(
          "web guest %d: at %s, stood at %s; its page heard nothing for %.1f s at most"
              .formatted(page.number, place.isEmpty() ? "none" : place, page.home(), silent));
      if (!place.equals(page.home()) && !isExcused) {
        problems.add("web guest %d lost the place".formatted(page.number));
      }
    }
    return problems;
  }

  private static String place(Page page, Stop early) throws InterruptedException {
    long deadline = System.nanoTime() + SILENCE_LIMIT.toNanos();
    String place = "";
    while (place.isEmpty() && System.nanoTime() < deadline && !early.await(AGAIN)) {
      try {
        place = page.place();
      } catch (IOException e) {
        // Asked again.
      }
    }
    return place;
  }

  /** They say goodbye. */
  void sendHome() throws InterruptedException {
    for (Page page : pages) {
      try {
        var _ = page.post("/app/leave", "{}");
      } catch (IOException e) {
        // Then the engine misses the guest in 10 s.
      }
    }
  }

  @Override
  public void close() {
    stop.request();
    http.shutdownNow();
  }
}
