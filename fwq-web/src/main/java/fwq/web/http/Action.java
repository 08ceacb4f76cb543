package fwq.web.http;

/** Carries out one kind of request, on a virtual thread of its own: it may wait. */
@FunctionalInterface
public interface Action {
  /**
   * The answer.
   *
   * @throws ProblemException when it cannot be carried out
   */
  Reply answer(Call call) throws ProblemException, InterruptedException;
}
