package fwq.visitor.terminal;

import fwq.common.park.Direction;
import fwq.common.park.FoodCarts;
import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.guest.RideLabels;
import fwq.tui.Key;
import fwq.tui.TextField;
import fwq.visitor.terminal.ParkScene.Front;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keys mean in the park, and the questions that some of them ask. */
final class Commands {
  private static final Map<Integer, Direction> LETTERS =
      Map.of(
          (int) 'h', Direction.WEST,
          (int) 'j', Direction.SOUTH,
          (int) 'k', Direction.NORTH,
          (int) 'l', Direction.EAST,
          (int) 'y', Direction.NORTH_WEST,
          (int) 'u', Direction.NORTH_EAST,
          (int) 'b', Direction.SOUTH_WEST,
          (int) 'n', Direction.SOUTH_EAST);

  private static final long REPORT_PAUSE_MILLIS = 10_000;

  private final Texts texts;
  private final ParkTalk talk;
  private final Guide guide;
  private final Alerts alerts;
  private Front front = new Front.Nothing();
  private long reportedAt = Long.MIN_VALUE / 2;

  /** What is left to be done for a key. */
  sealed interface Rest {
    /** Nothing: it is done. */
    record Nothing() implements Rest {}

    /** A step. */
    record Step(Direction direction) implements Rest {}

    /** A word that a food cart stands there. */
    record Report(Position position) implements Rest {}

    /** Out of the park. */
    record Leave() implements Rest {}
  }

  /** What there is to know when a key is pressed: a live map, and where the guest is, if inside. */
  record Sight(Optional<ParkMap> live, Optional<Position> here, long now) {
    List<RideStatus> rides() {
      return live.map(RideLabels::byWait).orElse(List.of());
    }
  }

  Commands(Texts texts, ParkTalk talk, Guide guide, Alerts alerts) {
    this.texts = texts;
    this.talk = talk;
    this.guide = guide;
    this.alerts = alerts;
  }

  Front front() {
    return front;
  }

  /** Does what a key means, as far as that can be done here. */
  Rest press(Key key, Sight sight) {
    switch (front) {
      case Front.Help _ -> front = new Front.Nothing();
      case Front.Question(Prompt prompt) -> answer(prompt, key, sight);
      case Front.Nothing _ -> {
        return command(key, sight);
      }
    }
    return new Rest.Nothing();
  }

  private Rest command(Key key, Sight sight) {
    switch (key) {
      case Key.Named.TAB -> goToNext(1, sight);
      case Key.Named.BACK_TAB -> goToNext(-1, sight);
      case Key.Named.ESCAPE -> {
        if (!guide.stop()) {
          return new Rest.Leave();
        }
        talk.show(texts.of("talk.stopped"), sight.now());
      }
      case Key.Typed(int character) -> {
        return typed(character, key, sight);
      }
      case Key.Thing(int id) ->
          sight.rides().stream()
              .filter(status -> status.ride().id() == id)
              .findFirst()
              .ifPresent(status -> goTo(status.ride(), sight));
      case Key.Named _, Key.Pasted _, Key.Pointed _ -> {
        return step(key, sight);
      }
    }
    return new Rest.Nothing();
  }

  private Rest typed(int character, Key key, Sight sight) {
    switch (character) {
      case 'q' -> {
        return new Rest.Leave();
      }
      case 'a' -> {
        guide.toggleAutopilot();
        String sentence = guide.autopilot() ? texts.of("talk.autoOn") : texts.of("talk.autoOff");
        talk.show(sentence, sight.now());
      }
      case 'w' -> askForAlert(sight);
      case 'c' -> goToCart(sight);
      case '!' -> {
        return report(sight);
      }
      case '/' -> front = new Front.Question(new Prompt.Find(TextField.empty(false)));
      case '?' -> front = new Front.Help();
      default -> {
        Optional<RideStatus> ride = sight.live().flatMap(map -> RideLabels.chosen(map, character));
        if (ride.isEmpty()) {
          return step(key, sight);
        }
        goTo(ride.get().ride(), sight);
      }
    }
    return new Rest.Nothing();
  }

  private Rest step(Key key, Sight sight) {
    Optional<Direction> direction = direction(key);
    if (direction.isPresent() && sight.live().isEmpty()) {
      talk.show(texts.of("talk.noMap"), sight.now());
    } else if (direction.isPresent()) {
      boolean _ = guide.stop();
      return new Rest.Step(direction.get());
    }
    return new Rest.Nothing();
  }

  /** Which way a key leads: arrows, and the letters of vi and its games. */
  private static Optional<Direction> direction(Key key) {
    return Optional.ofNullable(
        switch (key) {
          case Key.Named.UP -> Direction.NORTH;
          case Key.Named.DOWN -> Direction.SOUTH;
          case Key.Named.LEFT -> Direction.WEST;
          case Key.Named.RIGHT -> Direction.EAST;
          case Key.Typed(int character) -> LETTERS.get(character);
          case Key.Named _, Key.Pasted _, Key.Pointed _ -> null;
        });
  }

  private void goTo(Ride ride, Sight sight) {
    guide.goTo(ride);
    talk.show(texts.of("talk.goingTo", ride.name()), sight.now());
  }

  private void goToCart(Sight sight) {
    Optional<FoodCarts> carts = sight.live().flatMap(ParkMap::carts);
    if (carts.isEmpty() || sight.here().isEmpty()) {
      talk.show(texts.of("talk.noCarts"), sight.now());
      return;
    }
    Guide.nearestCart(carts.get(), sight.here().get())
        .ifPresentOrElse(
            cart -> {
              guide.goTo(cart.plate());
              talk.show(texts.of("talk.goingTo", cart.plate()), sight.now());
            },
            () -> talk.show(texts.of("talk.soldOut"), sight.now()));
  }

  /** A cart where the guest stands; one report in ten seconds is enough. */
  private Rest report(Sight sight) {
    if (sight.live().flatMap(ParkMap::carts).isEmpty() || sight.here().isEmpty()) {
      talk.show(texts.of("talk.noCarts"), sight.now());
    } else if (Math.abs(sight.now() - reportedAt) < REPORT_PAUSE_MILLIS) {
      talk.show(texts.of("talk.reportedJustNow"), sight.now());
    } else {
      reportedAt = sight.now();
      talk.show(texts.of("talk.reported"), sight.now());
      return new Rest.Report(sight.here().get());
    }
    return new Rest.Nothing();
  }

  /** Along the list as it stands: so many rides further than the one that is chosen. */
  private void goToNext(int by, Sight sight) {
    List<RideStatus> rides = sight.rides();
    if (rides.isEmpty()) {
      talk.show(texts.of("talk.noMap"), sight.now());
      return;
    }
    int at = target(sight).map(rides::indexOf).orElse(by > 0 ? -1 : 0);
    goTo(rides.get(Math.floorMod(at + by, rides.size())).ride(), sight);
  }

  private Optional<RideStatus> target(Sight sight) {
    return sight.live().flatMap(guide::target);
  }

  /** About the ride that is chosen, or the one that the guest stands at. */
  private void askForAlert(Sight sight) {
    target(sight)
        .or(() -> sight.rides().stream().filter(it -> isHere(it, sight)).findFirst())
        .ifPresentOrElse(
            status ->
                front =
                    new Front.Question(
                        new Prompt.AlertBelow(status.ride(), TextField.empty(false))),
            () -> talk.show(texts.of("talk.chooseFirst"), sight.now()));
  }

  private static boolean isHere(RideStatus status, Sight sight) {
    return sight.here().filter(status.ride().position()::equals).isPresent();
  }

  private void answer(Prompt prompt, Key key, Sight sight) {
    if (key == Key.Named.ESCAPE) {
      front = new Front.Nothing();
    } else if (key != Key.Named.ENTER) {
      front = new Front.Question(prompt.press(key));
    } else {
      front = new Front.Nothing();
      switch (prompt) {
        case Prompt.AlertBelow alert -> setAlert(alert, sight.now());
        case Prompt.Find find ->
            sight
                .live()
                .flatMap(find::match)
                .ifPresentOrElse(
                    status -> goTo(status.ride(), sight),
                    () -> talk.show(texts.of("prompt.notFound"), sight.now()));
      }
    }
  }

  private void setAlert(Prompt.AlertBelow alert, long now) {
    Ride ride = alert.ride();
    if (alert.input().text().isBlank()) {
      alerts.remove(ride.id());
      talk.show(texts.of("talk.noAlert", ride.name()), now);
    } else if (alert.minutes().isEmpty()) {
      talk.show(texts.of("talk.badAlert", Prompt.AlertBelow.MINUTES_MAX), now);
    } else {
      int below = alert.minutes().getAsInt();
      alerts.set(new Alerts.Alert(ride.id(), ride.name(), below));
      talk.show(texts.of("talk.alertSet", ride.name(), below), now);
    }
  }
}
