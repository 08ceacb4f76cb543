package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.web.browser.Chromium;
import fwq.web.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operators' page in a real browser, and what guests see of it. */
@Timeout(120)
class OperatorBrowserTest {
  private static final String PASSWORD = "vier lange worte";

  /** Where pictures go, if somebody wants them. */
  private static final Optional<Path> PICTURES =
      Optional.ofNullable(System.getProperty("fwq.pictures")).map(Path::of);

  private static Chromium chromium;

  private FakePark park;
  private FakePark.Web web;
  private Tab boss;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        program.isPresent(),
        "skipped: no chromium on the path; apt-get install chromium brings it");
    chromium = Chromium.start(program.get());
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    park = new FakePark();
    web = park.web();
    new PlainGuest(() -> web.address()).register(FakeRegistry.OPERATOR);
    boss = chromium.open(1440, 900);
  }

  @AfterEach
  void close() throws IOException {
    assertEquals("[]", boss.complaints().toString());
    park.close();
  }

  private void login(Tab tab, String address) {
    tab.go(address).sees("Log in");
    tab.type("#login-alias", FakeRegistry.OPERATOR).type("#login-password", PASSWORD);
    tab.choose("Log in").sees("The gate");
  }

  private Tab comes(Tab tab, String alias) {
    tab.go(web.address() + "/");
    tab.type("#register-alias", alias)
        .type("#register-name", "Name of " + alias)
        .type("#register-email", alias + "@example.org")
        .type("#register-password", PASSWORD)
        .type("#register-again", PASSWORD);
    return tab.choose("Create account").sees("What do you want to do?").click("[data-part=enter]");
  }

  private void picture(Tab tab, String name) throws IOException {
    if (PICTURES.isPresent()) {
      Files.createDirectories(PICTURES.get());
      tab.picture(PICTURES.get().resolve(name + ".png"));
    }
  }

  @Test
  void operatorClosesTheParkAndTakesARideDownAndGuestsReadWhy() throws IOException {
    Tab ana = chromium.open(390, 800);
    comes(ana, "ana").sees("You are at the gate");

    login(boss, web.address() + "/operate");
    boss.sees("1 of 100 guests inside");
    boss.type("#capacity", "1").click("[data-part=capacity] [type=submit]");
    boss.sees("1 of 1 guests inside");
    boss.choose("Close the park …").sees("Your password again");
    boss.type("#sure-reason", "Storm").type("#sure-password", "something else");
    boss.click("dialog [value=go]").sees("That is not your present password");
    picture(boss, "operate-sure");
    boss.type("#sure-password", PASSWORD).click("dialog [value=go]").sees("Closed: Storm");
    ana.sees("The park is closed: Storm");
    boss.set(".rides li:first-child select", "DOWN");
    boss.type(".rides li:first-child input", "Chain").click(".rides li:first-child button");
    boss.sees("(Chain)").sees("boss: Close the park (Storm)");
    ana.sees("Chain");
    picture(boss, "operate");
    picture(ana, "guest-closed");
    Tab board = chromium.open(1280, 720);
    board.go(web.address() + "/board").sees("Closed: Storm");
    picture(board, "board-closed");
    Tab eva = chromium.open(390, 800);
    comes(eva, "eva").sees("Storm. You go in by yourself");
    picture(eva, "guest-turned-away");
    boss.choose("Open the park").sees("Open");
    ana.seesNo("The park is closed");
    assertEquals("[][][]", "" + ana.complaints() + board.complaints() + eva.complaints());
  }

  @Test
  void whoIsNoOperatorIsToldSo() throws Exception {
    new PlainGuest(() -> web.address()).register("ana");
    boss.go(web.address() + "/operate").sees("Log in");
    boss.type("#login-alias", "ana").type("#login-password", PASSWORD);
    boss.choose("Log in").sees("This account does not run the park");
  }

  @Test
  void onASmallPhoneInSpanishNothingScrollsSideways() throws IOException {
    Tab phone = chromium.open(320, 640);
    phone.go(web.address() + "/operate?lang=es").sees("Dirigir el parque");
    phone.type("#login-alias", FakeRegistry.OPERATOR).type("#login-password", PASSWORD);
    phone.choose("Entrar").sees("La puerta");
    phone.sees("de 100 visitantes dentro");
    phone.scrollsNoWhereSideways();
    picture(phone, "operate-320-es");
    phone.prefers("prefers-color-scheme", "dark");
    picture(phone, "operate-320-dark");
    assertEquals("[]", phone.complaints().toString());
  }

  @Test
  void axeFindsNothingSerious() throws IOException {
    Path axe = Path.of("src/test/node/node_modules/axe-core/axe.min.js");
    assumeTrue(Files.exists(axe), "skipped: no axe; npm ci in fwq-web/src/test/node brings it");
    boss.go(web.address() + "/operate").sees("Log in");
    judge(axe);
    login(boss, web.address() + "/operate");
    boss.sees("guests inside");
    judge(axe);
    boss.choose("Close the park …").sees("Your password again");
    judge(axe);
  }

  private void judge(Path axe) throws IOException {
    boss.load(Files.readString(axe));
    String found =
        boss.eval(
                "axe.run().then(r => r.violations.filter(v => ['serious', 'critical']"
                    + ".includes(v.impact)).map(v => v.id + ': ' + v.nodes.map(n => n.target)"
                    + ".join(' ')).join('; '))")
            .stringValue();
    assertEquals("", found);
  }
}
