package fwq.web.http;

import fwq.web.http.Reply.Document;

/** The pages, and their parts. */
public final class PageSite {
  private final Pages pages;

  /** Serves these. */
  public PageSite(Pages pages) {
    this.pages = pages;
  }

  /** Adds all of it: {@code index} is at the root, every other page at its name. */
  public void addTo(Routes routes) {
    for (String name : pages.names()) {
      Document page = pages.page(name).orElseThrow();
      String path = name.equals("index") ? "/" : "/" + name;
      routes.add("GET", path, Routes.Access.PAGE, _ -> page);
    }
    routes.add("GET", "/assets/{build}/{name...}", Routes.Access.PAGE, this::asset);
    routes.add("GET", "/favicon.ico", Routes.Access.PAGE, _ -> Reply.empty(204));
  }

  private Reply asset(Call call) throws ProblemException {
    return pages
        .asset(call.part("build"), call.part("name"))
        .orElseThrow(() -> new ProblemException(Problem.notFound("this build has no such part")));
  }
}
