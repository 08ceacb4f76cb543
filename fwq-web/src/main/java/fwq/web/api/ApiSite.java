package fwq.web.api;

import fwq.web.guest.Desk;
import fwq.web.history.History;
import fwq.web.http.Action;
import fwq.web.http.Call;
import fwq.web.http.Problem;
import fwq.web.http.ProblemException;
import fwq.web.http.Reply;
import fwq.web.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything at {@code /v1} but the streams, and queue-times' documents. */
public final class ApiSite {
  private static final String ENTITY = "/v1/entity/{id}";
  private static final long AGAIN_SECONDS = 5;

  private final Desk desk;
  private final Supplier<Optional<String>> installation;
  private final HistorySite history;

  /**
   * The API of an installation.
   *
   * @param installation its name; nothing while that is not known yet
   */
  public ApiSite(Desk desk, Supplier<Optional<String>> installation, History history) {
    this.desk = desk;
    this.installation = installation;
    this.history = new HistorySite(history);
  }

  /** Writes a document about an entity. */
  @FunctionalInterface
  private interface Page {
    byte[] of(Catalogue all, Entity entity, Call call) throws ProblemException;
  }

  /** Adds all of it. */
  public void addTo(Routes routes) {
    byte[] description = description();
    add(routes, "/v1/openapi.json", _ -> json(description));
    add(routes, "/v1/destinations", _ -> json(Documents.destinations(all())));
    add(routes, ENTITY, page((_, entity, _) -> Documents.entity(entity)));
    add(routes, ENTITY + "/children", page((all, entity, _) -> Documents.children(all, entity)));
    add(routes, ENTITY + "/live", page((all, entity, _) -> Documents.live(all, entity)));
    add(
        routes,
        ENTITY + "/schedule",
        page((all, entity, _) -> Documents.schedule(all, entity, now(all))));
    add(
        routes,
        ENTITY + "/schedule/{year}/{month}",
        page((all, entity, call) -> Documents.schedule(all, entity, month(call))));
    add(
        routes,
        ENTITY + "/history",
        page((all, entity, call) -> history.raw(all, entity, call, now(all))));
    add(
        routes,
        ENTITY + "/history/daily",
        page((all, entity, call) -> history.daily(all, entity, call, now(all))));
    add(
        routes,
        ENTITY + "/history/coverage",
        page((all, entity, call) -> history.coverage(all, entity, call, now(all))));
    add(routes, "/v1/parks/{park}/carts", call -> json(Documents.carts(park(all(), call))));
    add(routes, "/parks.json", _ -> json(QueueTimes.parks(all())));
    add(routes, "/parks/{park}/queue_times.json", this::waits);
  }

  private static void add(Routes routes, String path, Action action) {
    routes.add("GET", path, Routes.Access.PUBLIC, action);
  }

  private Action page(Page page) {
    return call -> {
      Catalogue all = all();
      Entity entity =
          all.find(call.part("id"))
              .orElseThrow(
                  () ->
                      new ProblemException(
                          Problem.notFound("there is no entity " + call.part("id"))));
      return json(page.of(all, entity, call));
    };
  }

  private Reply waits(Call call) throws ProblemException, InterruptedException {
    Catalogue all = all();
    return json(QueueTimes.waits(all, park(all, call)));
  }

  private static Entity.Park park(Catalogue all, Call call) throws ProblemException {
    return QueueTimes.find(all, call.part("park"))
        .orElseThrow(
            () -> new ProblemException(Problem.notFound("there is no park " + call.part("park"))));
  }

  private Catalogue all() throws ProblemException, InterruptedException {
    String name =
        installation
            .get()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.later(
                            503, "BROKER_AWAY", "the broker is not there yet", AGAIN_SECONDS)));
    return new Catalogue(name, desk.parks());
  }

  private static long now(Catalogue all) {
    return all.parks().isEmpty() ? 0 : all.parks().getFirst().now().now();
  }

  private static YearMonth month(Call call) throws ProblemException {
    try {
      return YearMonth.of(
          Integer.parseInt(call.part("year")), Integer.parseInt(call.part("month")));
    } catch (NumberFormatException | DateTimeException e) {
      throw new ProblemException(
          Problem.of(400, "INVALID_DATE", "a month such as 2026/11 was expected"));
    }
  }

  private static Reply json(byte[] document) {
    return Reply.document(200, "application/json", document).with("Cache-Control", "no-cache");
  }

  private static byte[] description() {
    try (InputStream in = ApiSite.class.getResourceAsStream("openapi.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
