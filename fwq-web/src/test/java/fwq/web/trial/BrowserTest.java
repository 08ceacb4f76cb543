package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.web.browser.Chromium;
import fwq.web.browser.Tab;
import fwq.web.http.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests in a real browser. Anything that a page's console complains of fails the test. */
@Timeout(120)
class BrowserTest {
  private static final int PAGE_BYTES_MAX = 120 * 1024;
  private static final String PASSWORD = "vier lange worte";
  private static Chromium chromium;

  private FakePark park;
  private FakePark.Web web;
  private Tab ana;

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
  void open() throws IOException {
    park = new FakePark();
    web = park.web();
    ana = chromium.open(1280, 900);
  }

  @AfterEach
  void close() throws IOException {
    assertEquals("[]", ana.complaints().toString());
    park.close();
  }

  @Test
  void guestRegistersEntersWalksLeavesAndLogsOut() {
    register(ana, "ana");
    ana.sees("Account created");
    enter(ana);
    ana.choose("Walk me there: Carousel");
    ana.sees("at Carousel");
    ana.choose("Leave the park").sees("You have left the park");
    Await.until("nobody is inside", () -> park.engine.guests() == 0);
    ana.choose("Log out").sees("You are logged out");
  }

  @Test
  void twoGuestsSeeEachOther() {
    register(ana, "ana");
    enter(ana);
    Tab eva = chromium.open(390, 800);
    register(eva, "eva");
    enter(eva);
    ana.sees("2 of 100 inside");
    eva.await("document.querySelector('svg').textContent.includes('ana')");
    assertEquals("[]", eva.complaints().toString());
  }

  @Test
  void engineThatDiesIsToldAndComesBackByItself() {
    register(ana, "ana");
    enter(ana);
    park.engine.kill();
    ana.sees("Not live");
    park.engine.comeBack();
    ana.seesNo("Not live");
  }

  @Test
  void whatWasTypedStaysWhileTheRegistryIsAway() throws IOException {
    ana.go(web.address() + "/");
    park.registry.close();
    fill(ana, "ana");
    ana.choose("Create account").sees("The registry is away");
    assertEquals("ana", ana.eval("document.querySelector('#register-alias').value").stringValue());
    park.registry.open();
    ana.sees("Account created");
  }

  @Test
  void wrongPasswordAndTakenNameAreTold() {
    register(ana, "ana");
    Tab eva = chromium.open(390, 800);
    eva.go(web.address() + "/");
    eva.type("#login-alias", "ana").type("#login-password", "something else");
    eva.choose("Log in").sees("Unknown username or wrong password");
    fill(eva, "ana");
    eva.choose("Create account").sees("This username is taken");
  }

  @Test
  void foodCartIsWalkedToByTheListOrALetterAndOneIsReported() {
    register(ana, "ana");
    enter(ana);
    ana.seesNo("Food carts");
    park.engine.carts(
        new FoodCarts(
            List.of(
                new FoodCarts.CartSpot(Plate.of("SOLD-OUT"), Position.ofCell(1), 0),
                new FoodCarts.CartSpot(Plate.of("PARK-01"), Position.ofCell(3), 12)),
            List.of(new FoodCarts.Fugitive(Position.ofCell(45), 2))));
    ana.sees("Food carts").sees("12 left").sees("sold out");
    ana.eval("document.querySelector('[data-part=map]').focus()");
    ana.press("c").sees("You are at the food cart PARK-01");
    ana.press("!").sees("the guild is told of a cart here");
    assertEquals(List.of(Position.ofCell(3)), park.engine.reported);
    ana.choose("Walk me there: SOLD-OUT").sees("You are at the food cart SOLD-OUT");
    Tab board = chromium.open(1280, 720);
    board.go(web.address() + "/board").sees("Food cart near Carousel: 12 left");
    assertEquals("[]", board.complaints().toString());
  }

  @Test
  void tripIsPlannedBookedAndGivenBackPageByPage() {
    register(ana, "ana");
    planTo(ana, "The whole trip");
    ana.sees("Hotel <b>Sol</b>").sees("Nothing is paid here");
    ana.choose("Book all of it").sees("Your trip is booked");
    ana.choose("My trips").sees("booked").choose("What is in it").sees("2 nights");
    ana.choose("Cancel this trip").choose("Yes, cancel it").sees("The trip is cancelled");
    assertEquals(0, park.agency.trips());
  }

  @Test
  void whatIsWrongWithATripIsToldInPlaceAndTheWayBackKeepsWhatWasChosen() {
    register(ana, "ana");
    ana.choose("Plan a trip").type("#trip-TO", "Palm").choose("Search");
    ana.sees("No town has this name or code");
    ana.await("document.querySelector('#trip-DAY_OUT').matches('[aria-invalid]')");
    ana.go(web.address() + "/#trip/choose-hotel").sees("You shouldn’t be here");
    ana.choose("To the beginning of the plan").sees("Your flights");
    planTo(ana, "A tour");
    ana.eval("history.back(), history.back()");
    ana.sees("Your hotel").eval("history.back()");
    ana.sees("Choose your flights");
    ana.await("document.querySelectorAll('input:checked').length === 2");
  }

  /** From the menu, or from the first form, to the page with that heading. */
  private static void planTo(Tab tab, String heading) {
    LocalDate out = LocalDate.now(ZoneOffset.UTC).plusMonths(1).withDayOfMonth(9);
    tab.eval("location.hash = 'trip'");
    tab.type("#trip-TO", "PMI").set("#trip-DAY_OUT", out.toString());
    tab.set("#trip-DAY_BACK", out.plusDays(2).toString()).choose("Search");
    tab.click("#choice0-1").click("#choice1-0").choose("Choose and go on");
    tab.sees("Your hotel").choose("Search");
    tab.click("#choice0-0").choose("Choose and go on").sees("A tour");
    if (!heading.equals("A tour")) {
      tab.choose("Go on without a tour").sees(heading);
    }
  }

  @Test
  void fullParkIsToldAndEnteredLater() {
    park.engine.capacity(0);
    register(ana, "ana");
    ana.click("[data-part=enter]").sees("full");
    park.engine.capacity(5);
    ana.sees("You are at the gate");
  }

  @Test
  void hostileNameIsATextAndNothingElse() {
    register(ana, "ana");
    enter(ana);
    ana.sees("Coaster <img src=x onerror=alert(1)>");
    assertEquals(0, ana.eval("document.querySelectorAll('img[src=x]').length").intValue());
    Tab board = chromium.open(1280, 720);
    board.go(web.address() + "/board").sees("Coaster <img src=x onerror=alert(1)>");
    assertEquals("[]", board.complaints().toString());
  }

  @Test
  void onASmallPhoneNothingScrollsSideways() {
    Tab phone = chromium.open(320, 640);
    phone.go(web.address() + "/").sees("Create account");
    phone.scrollsNoWhereSideways();
    register(phone, "ana");
    phone.scrollsNoWhereSideways();
    phone.choose("Plan a trip").sees("Your flights");
    phone.scrollsNoWhereSideways();
    planTo(phone, "The whole trip");
    phone.scrollsNoWhereSideways();
    phone.eval("location.hash = 'menu'");
    enter(phone);
    phone.scrollsNoWhereSideways();
    assertEquals("[]", phone.complaints().toString());
  }

  @Test
  void axeFindsNothingSerious() throws IOException {
    Path axe = Path.of("src/test/node/node_modules/axe-core/axe.min.js");
    assumeTrue(Files.exists(axe), "skipped: no axe; npm ci in fwq-web/src/test/node brings it");
    String script = Files.readString(axe);
    ana.go(web.address() + "/").sees("Create account");
    judge(ana, script, "door");
    register(ana, "ana");
    judge(ana, script, "menu");
    ana.choose("Plan a trip").choose("Search").sees("Something needs another look");
    judge(ana, script, "form of a trip with faults");
    planTo(ana, "A tour");
    judge(ana.choose("Back"), script, "rooms");
    ana.sees("Choose your hotel").choose("Choose and go on").choose("Go on without a tour");
    judge(ana.sees("The whole trip"), script, "whole trip");
    judge(ana.choose("Book all of it").sees("Your trip is booked"), script, "booked");
    judge(ana.choose("My trips").sees("What is in it"), script, "own trips");
    ana.choose("Back").sees("What do you want to do?");
    enter(ana);
    judge(ana, script, "park");
    ana.prefers("prefers-color-scheme", "dark");
    judge(ana, script, "park in the dark");
    judge(ana.go(web.address() + "/board").sees("Carousel"), script, "board");
  }

  private static void judge(Tab tab, String axe, String page) {
    tab.load(axe);
    String found =
        tab.eval(
                "axe.run().then(r => r.violations.filter(v => ['serious', 'critical']"
                    + ".includes(v.impact)).map(v => v.id + ': ' + v.nodes.map(n => n.target)"
                    + ".join(' ')).join('; '))")
            .stringValue();
    assertEquals("", found, page);
  }

  /** With all headers, as a browser counts, and not only what the files weigh. */
  @Test
  void pagesWeighLittleOverTheNetwork() {
    ana.go(web.address() + "/").sees("Create account");
    assertTrue(ana.bytes() < PAGE_BYTES_MAX, "guests' pages: " + ana.bytes());
    Tab board = chromium.open(1280, 720);
    board.go(web.address() + "/board").sees("Carousel");
    assertTrue(board.bytes() < PAGE_BYTES_MAX / 2, "the board: " + board.bytes());
  }

  @Test
  void secondTabIsTheSameGuest() {
    register(ana, "ana");
    enter(ana);
    Tab second = chromium.beside(ana);
    second.go(web.address() + "/").sees("1 of 100 inside");
    assertEquals(1, park.engine.guests());
  }

  @Test
  void webProcessThatIsBackSoonCostsNeitherLoginNorPlace() throws IOException {
    register(ana, "ana");
    enter(ana);
    ana.choose("Walk me there: Carousel").sees("at Carousel");
    int port = web.server().port();
    web.close();
    web = park.web(port);
    ana.seesNo("No connection").sees("Waiting at Carousel");
    assertEquals(1, park.engine.guests());
    Await.until("the guest goes on", () -> web.server().streams() > 0);
    assertTrue(park.engine.guests() == 1);
  }

  private void register(Tab tab, String alias) {
    tab.go(web.address() + "/");
    fill(tab, alias);
    tab.choose("Create account").sees("What do you want to do?");
  }

  private static void fill(Tab tab, String alias) {
    tab.type("#register-alias", alias)
        .type("#register-name", "Name of " + alias)
        .type("#register-email", alias + "@example.org")
        .type("#register-password", PASSWORD)
        .type("#register-again", PASSWORD);
  }

  private static void enter(Tab tab) {
    tab.click("[data-part=enter]").sees("You are at the gate");
  }
}
