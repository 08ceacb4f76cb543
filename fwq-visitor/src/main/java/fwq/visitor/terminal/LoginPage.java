package fwq.visitor.terminal;

import fwq.common.park.Alias;
import fwq.common.talk.registry.RegistryError;
import fwq.common.talk.registry.RegistryReply;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import fwq.tui.Canvas;
import fwq.tui.Event;
import fwq.tui.Form;
import fwq.tui.Key;
import fwq.tui.Page;
import fwq.tui.Spoken;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Login beside create account. */
final class LoginPage implements Page {
  private static final String SHOWN_AS = "shownAs";

  private final World world;
  private final Asking asking;
  private final Texts texts;
  private Form login;
  private Form register;
  private boolean registering;

  /** Of a registry that is new; told once the guest is in. */
  private String met = "";

  /** The guest, as last asked for: after registering, a login follows by itself. */
  private RegistryRequest.Login credentials = new RegistryRequest.Login("", new Secret(""));

  private Step step = Step.LOGGING_IN;

  /** What the answer that is awaited is about. */
  private enum Step {
    LOGGING_IN,
    REGISTERING,
    /** The account was just made. */
    LOGGING_IN_FIRST,
    /** The username is taken; perhaps by ourselves, when an earlier answer was lost. */
    LOGGING_IN_PERHAPS
  }

  /** Empty forms, or a username and a sentence that tells why the guest is here. */
  LoginPage(World world, String alias, Form.Notice notice) {
    this.world = world;
    this.asking = world.asking();
    this.texts = world.texts();
    this.login =
        Form.of(
            texts.of("login.title"),
            Form.text("alias", texts.of("field.alias")),
            Form.password("password", texts.of("field.password")));
    this.register =
        Form.of(
            texts.of("register.title"),
            Form.text("alias", texts.of("field.alias")),
            Form.text("name", texts.of("field.name")),
            Form.text("email", texts.of("field.email")),
            Form.text(SHOWN_AS, texts.of("field.shownAs")),
            Form.password("password", texts.of("field.password")),
            Form.password("again", texts.of("field.again")));
    if (!alias.isEmpty()) {
      login = login.fill("alias", alias).focusOn(1);
    }
    login = login.notice(notice);
  }

  @Override
  public Page on(Event event, long now) {
    Optional<RegistryReply> reply = asking.on(event, now);
    if (reply.isPresent()) {
      return answered(reply.get());
    }
    if (event instanceof ParkEvent.Met(String sentence)) {
      met = texts.heard(sentence, texts.of("login.met", world.registry().toString()));
    } else if (event instanceof Event.Pressed(Key key)) {
      pressed(key);
    }
    return this;
  }

  private void pressed(Key key) {
    boolean wasRegistering = registering;
    int focus = form().focus();
    press(key);
    // A field that filled itself is selected whole when entered: typing replaces what is in it.
    Form now = form();
    if (registering
        && (!wasRegistering || now.focus() != focus)
        && now.fields().get(now.focus()).id().equals(SHOWN_AS)) {
      show(now.select(SHOWN_AS));
    }
  }

  private void press(Key key) {
    if (asking.waiting()) {
      if (key == Key.Named.ESCAPE) {
        asking.cancel();
        failed(form().notice(new Form.Notice(texts.of("login.stopped"), false)));
      }
      return;
    }
    if (key instanceof Key.Field(int index)) {
      int fields = login.fields().size();
      registering = index >= fields;
      show(form().press(new Key.Field(registering ? index - fields : index)));
      return;
    }
    Form form = form();
    boolean last = form.focus() == form.fields().size() - 1;
    boolean leaves =
        switch (key) {
          case Key.Named.TAB, Key.Named.DOWN -> last;
          case Key.Named.BACK_TAB, Key.Named.UP -> form.focus() == 0;
          default -> false;
        };
    if (key == Key.Named.ENTER) {
      submit();
    } else if (leaves) {
      registering = !registering;
      boolean forward = key == Key.Named.TAB || key == Key.Named.DOWN;
      show(form().focusOn(forward ? 0 : form().fields().size() - 1));
    } else {
      Form pressed = form.press(key);
      show(registering ? followed(form, pressed) : pressed);
    }
  }

  /** The map shows the username, unless something else is wanted. */
  private static Form followed(Form before, Form after) {
    return before.value(SHOWN_AS).equals(before.value("alias"))
            && after.value(SHOWN_AS).equals(before.value(SHOWN_AS))
        ? after.fill(SHOWN_AS, after.value("alias"))
        : after;
  }

  private void submit() {
    Form form = Faults.missing(texts, form().unmarked(), List.of("alias", "password"));
    if (registering) {
      form =
          Faults.differing(
              texts, Faults.missing(texts, form, List.of("name", "email")), "password", "again");
      if (!form.value("alias").isBlank() && !Alias.isValid(form.value("alias").strip())) {
        form = form.fault("alias", texts.of("refused.alias"));
      }
    }
    show(form);
    if (form.isFaulty()) {
      return;
    }
    credentials =
        new RegistryRequest.Login(form.value("alias").strip(), new Secret(form.value("password")));
    step = registering ? Step.REGISTERING : Step.LOGGING_IN;
    asking.ask(
        registering
            ? new RegistryRequest.Register(
                credentials.alias(),
                form.value("name").strip(),
                form.value("email").strip(),
                credentials.password(),
                Optional.of(form.value(SHOWN_AS).strip()))
            : credentials);
  }

  private Page answered(RegistryReply reply) {
    switch (reply) {
      case RegistryReply.LoggedIn loggedIn -> {
        String welcome = step == Step.LOGGING_IN ? "" : texts.of("login.made") + " ";
        return new MenuPage(world, Login.of(loggedIn), new Form.Notice(welcome + met, false));
      }
      case RegistryReply.Done _ -> {
        step = Step.LOGGING_IN_FIRST;
        asking.ask(credentials);
      }
      case RegistryReply.Refused(ErrorReply error) -> refused(error);
      case RegistryReply.ProfileOf _,
          RegistryReply.Sessions _,
          RegistryReply.Exported _,
          RegistryReply.AuditTail _,
          RegistryReply.Engines _ ->
          failed(form().notice(new Form.Notice(texts.of("asking.nonsense"), true)));
    }
    return this;
  }

  private void refused(ErrorReply error) {
    switch (step) {
      case LOGGING_IN -> failed(Faults.of(texts, form(), error));
      case REGISTERING -> {
        if (error.is(RegistryError.ALIAS_TAKEN) && asking.tries() > 1) {
          step = Step.LOGGING_IN_PERHAPS;
          asking.ask(credentials);
        } else {
          failed(Faults.of(texts, form(), error));
        }
      }
      case LOGGING_IN_FIRST -> {
        registering = false;
        login =
            login
                .fill("alias", credentials.alias())
                .focusOn(1)
                .notice(new Form.Notice(texts.of("login.madeLogIn"), false));
        failed(login);
      }
      case LOGGING_IN_PERHAPS -> failed(form().fault("alias", texts.of("refused.taken")));
    }
  }

  /** Nobody looks at a password again: it is not kept over a failed try. */
  private void failed(Form form) {
    show(form);
    credentials = new RegistryRequest.Login("", new Secret(""));
    login = login.forgetPasswords();
    register = register.forgetPasswords();
  }

  private Form form() {
    return registering ? register : login;
  }

  private void show(Form form) {
    if (registering) {
      register = form;
    } else {
      login = form;
    }
  }

  @Override
  public Spoken spoken(long now) {
    return asking.spoken(form(), texts.of("line.register"));
  }

  @Override
  public List<Key> keys(String line) {
    // An empty username leads to the other form, as the Tab key does behind the last field.
    return line.isEmpty() && form().focus() == 0 && form().value("alias").isEmpty()
        ? Collections.nCopies(form().fields().size(), Key.Named.TAB)
        : Spoken.keys(form(), line);
  }

  @Override
  public boolean usesEmptyLines() {
    return true;
  }

  @Override
  public Canvas draw(int rows, int columns, long now) {
    boolean waiting = asking.waiting();
    Form shown = asking.shown(form(), now);
    return FormsView.two(
        texts,
        rows,
        columns,
        texts.of("login.right", world.registry().toString()),
        registering ? login : shown,
        registering ? shown : register,
        registering,
        waiting ? texts.of("hint.stop") : "",
        waiting);
  }

  @Override
  public OptionalLong wakeAt(long now) {
    return asking.wakeAt(now);
  }
}
