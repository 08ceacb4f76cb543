package fwq.web.http;

/** A request cannot be carried out; whoever asked is told why. */
public final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** For this reason. */
  public ProblemException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }
}
