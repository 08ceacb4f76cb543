package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.kit.sqlite.DatabaseException;
import fwq.web.browser.Chromium;
import fwq.web.browser.Tab;
import fwq.web.history.History;
import fwq.web.history.History.RideMinute;
import fwq.web.history.Minute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * A picture of every page and state on a phone, a tablet and a desk, by day and by night, and what
 * axe says of each: called by its name, with {@code -Dfwq.pictures=FOLDER}. All of axe's rules
 * count here, and no page may scroll sideways.
 */
class Pictures {
  private static final int HEIGHT = 900;
  private static final String FORCED = "forced";
  private static final Path AXE = Path.of("src/test/node/node_modules/axe-core/axe.min.js");

  private final List<String> faults = new ArrayList<>();
  private final StringBuilder report = new StringBuilder();
  private int guests;

  /** How a page is looked at. */
  private record Look(int width, String theme, String language) {
    String name(String page) {
      return page + "-" + width + "-" + theme + (language.equals("en") ? "" : "-" + language);
    }

    Tab open(Chromium chromium) throws IOException {
      Tab tab = chromium.open(width, HEIGHT);
      return theme.equals(FORCED)
          ? tab.prefers("forced-colors", "active")
          : tab.prefers("prefers-color-scheme", theme);
    }
  }

  @Test
  void everyPageAtEverySizeByDayAndByNight() throws IOException {
    String folder = System.getProperty("fwq.pictures");
    assumeTrue(folder != null, "skipped: -Dfwq.pictures=FOLDER says where pictures go");
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent() && Files.exists(AXE), "skipped: no chromium, or no axe");
    try (Chromium chromium = Chromium.start(program.get())) {
      for (int width : new int[] {320, 768, 1_440}) {
        for (String theme : new String[] {"light", "dark"}) {
          all(chromium, new Look(width, theme, "en"), Path.of(folder));
        }
      }
      for (int width : new int[] {320, 1_440}) {
        all(chromium, new Look(width, "light", "es"), Path.of(folder));
        all(chromium, new Look(width, FORCED, "en"), Path.of(folder));
      }
    }
    Files.writeString(Path.of(folder, "axe.txt"), report);
    assertEquals(List.of(), faults);
  }

  private void all(Chromium chromium, Look look, Path folder) throws IOException {
    try (FakePark park = new FakePark()) {
      FakePark.Web web = park.web();
      Tab tab = look.open(chromium);
      Tab boss = look.open(chromium);
      Camera camera = page -> shoot(tab, look, page, folder);
      Camera bosses = page -> shoot(boss, look, page, folder);
      String language = "?lang=" + look.language();
      door(tab, web.address() + "/" + language, camera);
      trip(tab, camera);
      park(tab, park, camera);
      register(web);
      day(web.history());
      operators(boss, web.address() + "/operate" + language, bosses);
      tab.await("document.body.innerText.includes('Storm')");
      camera.shoot("park-closed");
      board(tab, web.address() + "/board" + language, park, camera);
      assertEquals("[][]", "" + tab.complaints() + boss.complaints());
    }
  }

  /** Takes a picture of what the tab shows. */
  @FunctionalInterface
  private interface Camera {
    void shoot(String page) throws IOException;
  }

  private void shoot(Tab tab, Look look, String page, Path folder) throws IOException {
    String name = look.name(page);
    tab.eval("scrollTo(0, 0)");
    tab.wholePicture(folder.resolve(name + ".png"));
    tab.load(Files.readString(AXE));
    String found =
        tab.eval(
                "axe.run().then(r => r.violations.map(v => v.id + ' (' + v.impact + '): '"
                    + " + v.nodes.map(n => n.target).join(' ')).join('; '))")
            .stringValue();
    boolean scrolls =
        tab.eval("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            .booleanValue();
    String verdict = (found.isEmpty() ? "nothing" : found) + (scrolls ? "; SCROLLS SIDEWAYS" : "");
    report.append(name).append(": ").append(verdict).append('\n');
    if (!verdict.equals("nothing")) {
      faults.add(name + ": " + verdict);
    }
  }

  private void door(Tab tab, String address, Camera camera) throws IOException {
    tab.go(address).await("document.querySelector('#register')");
    camera.shoot("door");
    tab.click("#register [type=submit]").await("document.querySelector('[aria-invalid]')");
    camera.shoot("door-faults");
    String alias = "ana" + guests++;
    tab.type("#register-alias", alias)
        .type("#register-name", "Ana María")
        .type("#register-email", alias + "@example.org")
        .type("#register-password", "vier lange worte")
        .type("#register-again", "vier lange worte");
    tab.click("#register [type=submit]").await("document.querySelector('[data-part=enter]')");
    camera.shoot("menu");
    tab.click("[data-part=profile]").await("document.querySelector('#profile-form')");
    camera.shoot("profile");
    tab.click("[data-part=back]").await("document.querySelector('[data-part=trip]')");
  }

  private static void trip(Tab tab, Camera camera) throws IOException {
    LocalDate out = LocalDate.now(ZoneOffset.UTC).plusMonths(1).withDayOfMonth(9);
    tab.click("[data-part=trip]").await("document.querySelector('#trip-DAY_OUT')");
    camera.shoot("trip-flights");
    tab.type("#trip-TO", "Palm").click("form [type=submit]");
    tab.await("document.querySelector('[aria-invalid]')");
    camera.shoot("trip-flights-faults");
    tab.type("#trip-TO", "PMI").set("#trip-DAY_OUT", out.toString());
    tab.set("#trip-DAY_BACK", out.plusDays(2).toString()).click("form [type=submit]");
    tab.click("#choice0-1").click("#choice1-0");
    camera.shoot("trip-choose-flights");
    tab.click("form [type=submit]").await("document.querySelector('#trip-BEDS')");
    camera.shoot("trip-hotel");
    tab.click("form [type=submit]").click("#choice0-0");
    camera.shoot("trip-choose-hotel");
    tab.click("form [type=submit]").await("document.querySelector('#trip-TOUR_DAY')");
    camera.shoot("trip-tour");
    tab.set("#trip-TOUR_DAY", out.plusDays(1).toString()).click("form [type=submit]");
    tab.await("document.querySelector('.offers .empty')");
    camera.shoot("trip-no-tour");
    tab.click(".offers .row button").click("#choice0-0").click("form [type=submit]");
    tab.await("document.querySelector('#trip-TRAVELLER')");
    camera.shoot("trip-whole");
    tab.click("form [type=submit]").await("location.hash === '#trip/booked'");
    camera.shoot("trip-booked");
    tab.eval("location.hash = 'trip/hotel'");
    tab.await("!document.querySelector('.trip form, .steps')");
    camera.shoot("trip-not-there");
    tab.eval("location.hash = 'trips'");
    tab.click(".owntrips summary").await("document.querySelector('.partslist li')");
    camera.shoot("trips");
    tab.eval("location.hash = 'menu'");
  }

  private static void park(Tab tab, FakePark park, Camera camera) throws IOException {
    park.engine.carts(
        new FoodCarts(
            List.of(
                new FoodCarts.CartSpot(Plate.of("PARK-01"), Position.ofCell(93), 42),
                new FoodCarts.CartSpot(Plate.of("PARK-02"), Position.ofCell(307), 0)),
            List.of(new FoodCarts.Fugitive(Position.ofCell(45), 2))));
    park.engine.capacity(0);
    tab.click("[data-part=enter]").await("!document.querySelector('.veil').hidden");
    tab.await("document.querySelectorAll('.cartlist li').length === 2");
    camera.shoot("park-full");
    park.engine.capacity(100);
    tab.await("!document.querySelector('[data-part=autopilot]').disabled");
    tab.click(".cartlist .go").click(".legend summary");
    camera.shoot("park");
    tab.click("[data-part=tell]").await("document.querySelector('dialog').open");
    camera.shoot("park-alert");
    tab.press("Escape");
    park.engine.kill();
    tab.await("document.querySelector('[data-fresh=ENGINE_AWAY]')");
    camera.shoot("park-away");
    park.engine.comeBack();
  }

  private static void register(FakePark.Web web) {
    try {
      new PlainGuest(web::address).register(FakeRegistry.OPERATOR);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A day of the three rides until now, of which nobody saw half an hour. */
  private static void day(History history) {
    long now = System.currentTimeMillis() / 60_000;
    long begin = now / 1_440 * 1_440;
    try {
      for (long minute = begin; minute < now; minute++) {
        long at = minute - begin;
        if (at >= 300 && at < 330) {
          continue;
        }
        int crowd = (int) (50 - 45 * Math.cos(at / 1_440.0 * 2 * Math.PI));
        List<RideMinute> rides = new ArrayList<>();
        for (int ride = 0; ride < 3; ride++) {
          boolean down = ride == 2 && at > 400 && at < 460;
          int wait = (crowd * (ride + 1)) / 4 + (int) (at / 10 * (ride + 3) % 7);
          rides.add(
              new RideMinute(
                  ride,
                  new Minute(
                      minute,
                      down ? "DOWN" : "OPERATING",
                      down ? OptionalInt.empty() : OptionalInt.of(wait))));
        }
        history.save(0, minute, crowd, 100, rides);
      }
    } catch (DatabaseException e) {
      throw new AssertionError(e);
    }
  }

  private static void operators(Tab boss, String address, Camera camera) throws IOException {
    boss.go(address).await("document.querySelector('#login')");
    camera.shoot("operate-door");
    boss.type("#login-alias", FakeRegistry.OPERATOR).type("#login-password", "vier lange worte");
    boss.click("#login [type=submit]").await("document.querySelectorAll('canvas').length === 2");
    boss.set(".rides li:first-child select", "DOWN");
    boss.type(".rides li:first-child input", "Chain broke, back on Friday");
    boss.click(".rides li:first-child button").await("document.querySelector('.words li')");
    boss.await("document.querySelector('[data-part=audit] tr')");
    camera.shoot("operate");
    boss.click("details:first-of-type summary");
    camera.shoot("operate-table");
    boss.click("[data-part=close]").await("document.querySelector('dialog').open");
    boss.type("#sure-reason", "Storm").type("#sure-password", "something else");
    boss.click("dialog [value=go]").await("document.querySelector('dialog [aria-invalid]')");
    camera.shoot("operate-sure");
    boss.type("#sure-password", "vier lange worte").click("dialog [value=go]");
    boss.await("document.querySelector('.state.closed')");
    camera.shoot("operate-closed");
  }

  private static void board(Tab tab, String address, FakePark park, Camera camera)
      throws IOException {
    tab.go(address).await("document.querySelectorAll('#rides li').length === 3");
    tab.await("document.body.innerText.includes('Storm')");
    camera.shoot("board-closed");
    park.engine.open();
    tab.await("!document.body.innerText.includes('Storm')");
    camera.shoot("board");
    park.engine.kill();
    tab.await("!document.querySelector('#veil').hidden");
    camera.shoot("board-away");
    tab.go(address + "&park=7").await("document.querySelector('#why').innerText.includes('7')");
    camera.shoot("board-no-park");
  }
}
