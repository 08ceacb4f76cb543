package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import fwq.visitor.terminal.MenuView.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The menu after login. */
final class MenuPage implements Page {
  private final World world;
  private final List<Choice> choices;
  private final Login login;
  private final Asking asking;
  private Form.Notice notice;
  private int marked;

  MenuPage(World world, Login login, Form.Notice notice) {
    this.world = world;
    this.choices = Choice.all(world.trips().isPresent());
    this.login = login;
    this.asking = world.asking();
    this.notice = notice;
  }

  @Override
  public Page on(Event event, long now) {
    if (asking.waiting()) {
      return loggingOut(event, now);
    }
    if (!(event instanceof Event.Pressed(Key key))) {
      return this;
    }
    return switch (key) {
      case Key.Named.UP, Key.Named.BACK_TAB -> mark(marked + choices.size() - 1);
      case Key.Named.DOWN, Key.Named.TAB -> mark(marked + 1);
      case Key.Named.ENTER -> choose(choices.get(marked), now);
      case Key.Typed(int character) -> {
        for (Choice choice : choices) {
          if (choice.key() == Character.toLowerCase(character)) {
            mark(choices.indexOf(choice));
            yield choose(choice, now);
          }
        }
        yield this;
      }
      case Key.Named _, Key.Pasted _, Key.Pointed _ -> this;
    };
  }

  private Page mark(int index) {
    marked = index % choices.size();
    return this;
  }

  private Page choose(Choice choice, long now) {
    notice = Form.Notice.NONE;
    return switch (choice) {
      case ENTER -> new ParkPage(world, login, now);
      case UPDATE -> new ProfilePage(world, login);
      case PLAN -> new TripPage(world, login);
      case TRIPS -> new MyTripsPage(world, login);
      case ACCOUNT -> new AccountPage(world, login);
      case LOG_OUT -> {
        asking.ask(new RegistryRequest.Logout(login.ticket()));
        yield this;
      }
      case QUIT -> new Page.End();
    };
  }

  /** Nobody is kept here by a registry that is away. */
  private Page loggingOut(Event event, long now) {
    if (event instanceof ParkEvent.Unanswered(long number, String sentence)
        && asking.isAbout(number)) {
      return loggedOutHere(sentence);
    }
    if (event instanceof ParkEvent.Untrusted(long number, String sentence)
        && asking.isAbout(number)) {
      return loggedOutHere(sentence);
    }
    Optional<RegistryReply> reply = asking.on(event, now);
    return reply.isPresent()
        ? new LoginPage(world, "", new Form.Notice(world.texts().of("menu.loggedOut"), false))
        : this;
  }

  private Page loggedOutHere(String sentence) {
    asking.cancel();
    return new LoginPage(
        world,
        "",
        new Form.Notice(
            world.texts().of("menu.loggedOutHere", world.texts().heard(sentence, "")), true));
  }

  @Override
  public Spoken spoken(long now) {
    Texts texts = world.texts();
    List<String> report = new ArrayList<>();
    report.add(texts.of("menu.welcome", login.alias()));
    for (Choice choice : choices) {
      report.add(choice.key() + "  " + MenuView.label(texts, choice));
    }
    Form.Notice said = asking.waiting() ? asking.spoken() : notice;
    Spoken spoken = new Spoken(report, List.of(said.text()), texts.of("line.letter"), false);
    return asking.waiting() ? spoken.waiting() : spoken;
  }

  @Override
  public List<Key> keys(String line) {
    return line.isEmpty() ? List.of() : List.of(new Key.Typed(line.codePointAt(0)));
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    return MenuView.draw(
        world.texts(),
        rows,
        columns,
        login.alias(),
        login.alias(),
        choices,
        choices.get(marked),
        asking.waiting() ? asking.notice(now) : notice);
  }
}
