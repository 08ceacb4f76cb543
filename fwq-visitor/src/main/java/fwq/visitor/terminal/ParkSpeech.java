package fwq.visitor.terminal;

import fwq.common.park.ParkMap;
import fwq.common.park.RideStatus;
import fwq.guest.RideLabels;
import fwq.tui.Key;
import fwq.tui.Spoken;
import java.util.ArrayList;
import java.util.List;

/** The park in sentences, and the lines that mean something there. */
final class ParkSpeech {
  private ParkSpeech() {}

  static Spoken of(Texts texts, ParkScene scene) {
    List<String> report = new ArrayList<>();
    List<String> news = new ArrayList<>();
    switch (scene.live()) {
      case ParkScene.Live.Now(ParkMap map, long age, long now) -> {
        report.add(texts.of("park.title", scene.alias(), map.inside(), map.capacity(), age));
        report.add(scene.status());
        report.addAll(Notices.of(texts, map, now));
        RideLabels labels = new RideLabels(map);
        RideLabels.byWait(map).forEach(ride -> report.add(ride(texts, labels, ride, scene)));
      }
      case ParkScene.Live.Unknown unknown -> {
        news.add(unknown.headline());
        news.addAll(unknown.sentences());
      }
    }
    news.add(scene.message());
    String question =
        switch (scene.front()) {
          case ParkScene.Front.Question(Prompt.AlertBelow alert) ->
              texts.of("prompt.alert", alert.ride().name());
          case ParkScene.Front.Question(Prompt.Find _) -> texts.of("prompt.find");
          case ParkScene.Front.Help _ -> {
            news.addAll(texts.of("help.lines").lines().map(it -> it.replace("\t", ": ")).toList());
            yield texts.of("line.park");
          }
          case ParkScene.Front.Nothing _ -> texts.of("line.park");
        };
    return new Spoken(report, news, question, false);
  }

  private static String ride(Texts texts, RideLabels labels, RideStatus ride, ParkScene scene) {
    String letter = labels.letter(ride);
    String name = ride.ride().name();
    int steps = scene.me().map(here -> here.distance(ride.ride().position())).orElse(0);
    if (ride.waitMinutes().isEmpty()) {
      return texts.of("line.noWait", letter, name, texts.state(ride.state()), steps);
    }
    String leads =
        switch (scene.trends().of(ride)) {
          case RISING -> texts.of("line.rising");
          case FALLING -> texts.of("line.falling");
          case STEADY -> texts.of("line.steady");
        };
    return texts.of("line.ride", letter, name, ride.waitMinutes().getAsInt(), leads, steps);
  }

  /**
   * The keys that a line means: its characters, if it is one command, an answer such as {@code w
   * 20} or {@code /river}, or steps such as {@code lln}; a word that is none of these means help.
   */
  static List<Key> keys(ParkScene.Front front, String line) {
    List<Key> keys = new ArrayList<>();
    if (front instanceof ParkScene.Front.Help) {
      // It was said; any key closes it.
      keys.add(Key.Named.ESCAPE);
    }
    boolean answer = front instanceof ParkScene.Front.Question;
    boolean whole = line.codePointCount(0, line.length()) > 1 && line.matches("[w/].*");
    boolean known = line.codePointCount(0, line.length()) <= 1 || line.matches("[hjklyubn]+");
    if (!answer && !whole && !known) {
      keys.add(Key.of('?'));
      return keys;
    }
    line.codePoints().forEach(point -> keys.add(new Key.Typed(point)));
    if (answer || whole) {
      keys.add(Key.Named.ENTER);
    }
    return keys;
  }
}
