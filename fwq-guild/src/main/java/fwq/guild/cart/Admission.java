package fwq.guild.cart;

import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.GuildError;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.Rejection;
import fwq.guild.client.ApplicationFile;
import fwq.guild.client.GuildAwayException;
import fwq.guild.client.GuildClient;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.kit.program.Failure;
import fwq.kit.program.Stop;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cart's way into the guild: it applies once, and waits for its key, over restarts, too. */
final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CartIdentity cart;
  private final GuildClient guild;
  private final ApplicationFile file;
  private String told = "";

  Admission(CartIdentity cart, GuildClient guild, ApplicationFile file) {
    this.cart = cart;
    this.guild = guild;
    this.file = file;
  }

  /**
   * Waits until the guild has accepted the cart.
   *
   * @return its key; nothing when a stop was requested
   * @throws Failure when the guild does not want it
   */
  Optional<GuildKey> await(Stop stop) throws Failure, InterruptedException {
    try {
      Optional<Secret> application = file.read();
      while (!stop.requested()) {
        try {
          if (application.isEmpty()) {
            application = apply();
          }
          if (application.isPresent()) {
            GuildReply reply = guild.ask(new GuildRequest.AskMembership(application.get()));
            Optional<GuildKey> key = key(reply);
            if (key.isPresent()) {
              return key;
            }
            application = file.read();
          }
        } catch (GuildAwayException e) {
          tell(e.getMessage() + " Trying until it does.");
        }
        stop.await(PAUSE);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure(
          "the file " + file.path() + " cannot be used; give another folder with --data DIR", e);
    }
  }

  private Optional<Secret> apply() throws GuildAwayException, Failure, IOException {
    switch (guild.ask(cart.join())) {
      case GuildReply.Received it -> {
        file.write(it.application());
        LOG.info("{} has applied", cart.plate());
        return Optional.of(it.application());
      }
      case GuildReply.Refused it
          when it.error().retryAfterMillis().isPresent()
              || it.error().is(GuildError.NOT_CURRENT) -> {
        tell(it.error().message());
        return Optional.empty();
      }
      case GuildReply.Refused it -> throw new Failure(sentence(it.error()));
      case GuildReply _ -> throw new Failure("the guild answers something else than was asked");
    }
  }

  private static String sentence(ErrorReply error) {
    return "the guild does not take this application: " + error.message();
  }

  private Optional<GuildKey> key(GuildReply reply) throws Failure, IOException {
    switch (reply) {
      case GuildReply.Standing it -> {
        return switch (it.state()) {
          case ACCEPTED -> {
            LOG.info("{} is a member of park {}'s guild", cart.plate(), cart.park());
            yield Optional.of(GuildKey.decode(it.key().orElseThrow()));
          }
          case WAITING -> Optional.empty();
          case REJECTED -> throw turnedAway(it.why().orElseThrow());
          case RESIGNED, EXPELLED -> {
            file.delete();
            throw new Failure(
                cart.plate() + " is no member any more; start it again to apply anew");
          }
        };
      }
      case GuildReply.Refused it when it.error().is(GuildError.UNKNOWN_APPLICATION) -> {
        // Another guild than the one that it was for, or an older copy of it.
        file.delete();
        return Optional.empty();
      }
      case GuildReply.Refused it -> {
        tell(it.error().message());
        return Optional.empty();
      }
      case GuildReply _ -> throw new Failure("the guild answers something else than was asked");
    }
  }

  private Failure turnedAway(Rejection why) throws IOException {
    file.delete();
    String reason =
        switch (why) {
          case QUOTA_FULL ->
              "the park has as many carts as it may; start it again later to apply anew";
          case PLATE_TAKEN -> "another member has this plate; give another with --plate";
          case PERSON_TAKEN -> "this person has a cart already";
          case EXPELLED -> "this plate or person was expelled";
          case MADE_PREMIUM -> "a premium application took its place; start it with --premium";
        };
    return new Failure("the guild has rejected " + cart.plate() + ": " + reason);
  }

  private void tell(String what) {
    if (!what.equals(told)) {
      told = what;
      LOG.info("{}: {}", cart.plate(), what);
    }
  }
}
