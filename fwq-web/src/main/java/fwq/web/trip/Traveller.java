package fwq.web.trip;

import fwq.kit.json.Secret;
import fwq.web.http.Call;
import fwq.web.http.ProblemException;
import java.util.Objects;
import java.util.Optional;

/**
 * A guest who plans a trip.
 *
 * @param login tells this login from all others
 * @param name proposed as the traveller's, where it is known
 * @param ticket shown to the agency, which finds the guest's own trips by it
 * @param park whose town is proposed
 */
public record Traveller(String login, Optional<String> name, Secret ticket, int park) {
  public Traveller {
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ticket, "ticket");
  }

  /** Knows whose request it is. */
  @FunctionalInterface
  public interface Finder {
    /** Who brings this request, or the problem that nobody is logged in. */
    Traveller of(Call call) throws ProblemException, InterruptedException;
  }
}
