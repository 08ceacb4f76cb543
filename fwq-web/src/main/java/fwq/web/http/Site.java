package fwq.web.http;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every request: is it meant for us, is there something at its path, may this address
 * ask so often, does it come from our own pages, is it small enough; and then its action, on a
 * virtual thread of its own.
 */
final class Site extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final long BUSY_SECONDS = 2;

  private final Routes routes;
  private final Rules rules;
  private final Limits limits;
  private final Answers answers;
  private final Semaphore waiting;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * What is asked of a request before its action is.
   *
   * @param hosts the names that we answer to
   * @param clients whose request it is
   * @param strangers how often an address may ask as a guest or for pages
   * @param publics how often an address may ask for what is public
   */
  record Rules(
      HostRule hosts, ClientAddress clients, AddressLimit strangers, AddressLimit publics) {}

  Site(Routes routes, Rules rules, Limits limits, Answers answers) {
    this.routes = routes;
    this.rules = rules;
    this.limits = limits;
    this.answers = answers;
    this.waiting = new Semaphore(limits.callsAtOnce());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    RequestFacts facts = new RequestFacts(request, rules.clients());
    String path = Request.getPathInContext(request);
    boolean open = routes.isPublic(path);
    if (open) {
      response.getHeaders().put("Access-Control-Allow-Origin", "*");
    }
    Answers.Target target = new Answers.Target(request, response, callback);
    Optional<Routes.Found> found = routes.find(request.getMethod(), path);
    Optional<Reply> early =
        facts.isForUs(rules.hosts())
            ? found.isPresent()
                ? refusal(facts, found.get()).map(Answers::problem)
                : Optional.of(nothingThere(request.getMethod(), path, open))
            : Optional.of(
                Answers.problem(Problem.of(403, "FORBIDDEN", "this server has another name")));
    if (early.isPresent()) {
      answers.send(early.get(), facts, target);
      return true;
    }
    threads.execute(() -> carryOut(found.get(), facts, target));
    return true;
  }

  private Optional<Problem> refusal(RequestFacts facts, Routes.Found found) {
    AddressLimit limit =
        found.access() == Routes.Access.PUBLIC ? rules.publics() : rules.strangers();
    OptionalLong wait = limit.ask(facts.address(), System.nanoTime());
    if (wait.isPresent()) {
      return Optional.of(Problem.tooMany(wait.getAsLong()));
    }
    if (!facts.changesThings()) {
      return Optional.empty();
    }
    return SameSite.refuse(
            facts.header("Sec-Fetch-Site"),
            facts.header("Origin"),
            facts.header("Content-Type"),
            facts.ownOrigin())
        .or(
            () ->
                facts.bodyBytes() > limits.bodyBytes()
                    ? Optional.of(tooLarge())
                    : Optional.empty());
  }

  private Problem tooLarge() {
    return Problem.of(413, "TOO_LARGE", "a body has at most " + limits.bodyBytes() + " bytes");
  }

  private Reply nothingThere(String method, String path, boolean open) {
    Set<String> methods = routes.methods(path);
    if (methods.isEmpty()) {
      return Answers.problem(Problem.notFound("there is nothing at " + path));
    }
    String allowed = String.join(", ", methods);
    if (open && method.equals("OPTIONS")) {
      return Reply.empty(204)
          .with("Access-Control-Allow-Methods", allowed + ", OPTIONS")
          .with("Access-Control-Allow-Headers", "*")
          .with("Access-Control-Max-Age", "86400");
    }
    return Answers.problem(Problem.of(405, "METHOD_NOT_ALLOWED", "this address takes " + allowed))
        .with("Allow", allowed);
  }

  private void carryOut(Routes.Found found, RequestFacts facts, Answers.Target target) {
    boolean mayWait = facts.changesThings();
    if (mayWait && !waiting.tryAcquire()) {
      answers.send(
          Answers.problem(
              Problem.later(503, "BUSY", "too much to do just now; try again", BUSY_SECONDS)),
          facts,
          target);
      return;
    }
    try {
      answers.send(reply(found, facts), facts, target);
    } finally {
      if (mayWait) {
        waiting.release();
      }
    }
  }

  private Reply reply(Routes.Found found, RequestFacts facts) {
    try {
      Optional<String> body = facts.body(limits.bodyBytes());
      return body.isEmpty()
          ? Answers.problem(tooLarge())
          : found.action().answer(facts.call(found.path(), body.get()));
    } catch (ProblemException e) {
      return Answers.problem(e.problem());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answers.problem(Problem.of(503, "BUSY", "this server is closing"));
    } catch (RuntimeException e) {
      LOG.error("this is a fault of the program itself", e);
      return Answers.problem(Problem.of(500, "FAULT", "a fault of this program; it is logged"));
    }
  }

  @Override
  protected void doStop() throws Exception {
    threads.shutdownNow();
    super.doStop();
  }
}
