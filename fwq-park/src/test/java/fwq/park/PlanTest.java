package fwq.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.RideTable;
import fwq.common.programs.Installation;
import fwq.common.programs.ProgramTable;
import fwq.park.Plan.Component;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final ProgramTable TABLE = Installation.here().table();
  private static final Map<String, Integer> PORTS =
      Map.of("broker", 9092, "registry", 5050, "waitingtimeserver", 1500);
  private static final Map<String, String> PLAIN =
      Map.of(
          "max-visitors",
          "1000",
          "minute",
          "1000ms",
          "speed",
          "60.0",
          "crowd",
          "8",
          "zone",
          "Europe/Madrid");

  private static Plan plan(Map<String, String> more, boolean secure) {
    Map<String, String> values = new HashMap<>(PLAIN);
    values.putAll(more);
    return new Plan(TABLE, Path.of("a folder"), values, PORTS, RideTable.DEFAULT, secure);
  }

  private static List<Component> components(Plan plan, String command) {
    return plan.components(TABLE.row(command), 1_234);
  }

  private static List<String> arguments(Plan plan, String command) {
    return components(plan, command).getFirst().arguments();
  }

  @Test
  void eachProgramIsToldWhereTheOthersAre() {
    assertEquals(
        List.of(
            "127.0.0.1",
            "9092",
            "1000",
            "127.0.0.1",
            "1500",
            "--zone",
            "Europe/Madrid",
            "--data",
            "a folder"),
        arguments(plan(Map.of(), false), "engine"));
    assertEquals(
        List.of("5050", "--bind", "127.0.0.1", "--broker", "127.0.0.1:9092", "--data", "a folder"),
        arguments(plan(Map.of(), false), "registry"));
  }

  @Test
  void languageIsToldToTheGuestInFrontAlone() {
    Plan plan = plan(Map.of("lang", "es"), false);
    List<String> inFront = plan.inFront().arguments();
    assertEquals("es", inFront.get(inFront.indexOf("--lang") + 1));
    assertFalse(arguments(plan, "visitor").contains("--lang"));
    assertFalse(plan(Map.of(), false).inFront().arguments().contains("--lang"));
  }

  @Test
  void everyRideHasASensorAndARecordedDayBeginsForAllAtOnce() {
    Plan plan = plan(Map.of("replay", "a day.csv"), false);
    List<Component> sensors = components(plan, "sensor");
    assertEquals(
        List.of("sensor 0", "sensor 1", "sensor 2", "sensor 3"),
        sensors.stream().map(Component::name).toList());
    for (Component sensor : sensors) {
      List<String> said = sensor.arguments();
      assertEquals("a day.csv", said.get(said.indexOf("--replay") + 1));
      assertEquals("1234", said.get(said.indexOf("--replay-from") + 1));
    }
  }

  @Test
  void whatTheParkHasNoneOfIsNotStarted() {
    Map<String, String> values = new HashMap<>(PLAIN);
    values.remove("crowd");
    Plan plan = new Plan(TABLE, Path.of("data"), values, PORTS, RideTable.DEFAULT, false);
    assertEquals(List.of(), components(plan, "visitor"));
    assertEquals("you", plan.inFront().shows());
  }

  @Test
  void whoTalksToABrokerWithUsersHasTheFileOfItsUser() {
    Plan plan = plan(Map.of("secure", "--secure"), true);
    assertTrue(arguments(plan, "sensor").contains("a folder/kafka/sensor.properties"));
    assertEquals(List.of("9092", "--secure", "--data", "a folder"), arguments(plan, "broker"));
    assertTrue(arguments(plan, "visitor").contains("a folder/kafka/crowd.properties"));
    assertTrue(plan.inFront().arguments().contains("a folder/kafka/guest.properties"));
    assertTrue(arguments(plan, "waitingtimeserver").contains("a folder/engine.crt"));
    assertFalse(arguments(plan(Map.of(), false), "waitingtimeserver").contains("--engines"));
  }

  @Test
  void sensorsOfASecurePlanSignAndThoseOfAPlainOneAreBelievedWithout() {
    Plan secure = plan(Map.of("secure", "--secure"), true);
    List<String> server = arguments(secure, "waitingtimeserver");
    assertEquals("a folder/sensors", server.get(server.indexOf("--give-keys") + 1));
    assertFalse(server.contains("--unsigned-sensors"));
    List<String> sensor = components(secure, "sensor").get(2).arguments();
    assertEquals("a folder/sensors/0-2.key", sensor.get(sensor.indexOf("--key") + 1));
    assertEquals("127.0.0.1:1500", components(secure, "waitingtimeserver").getFirst().shows());

    Plan plain = plan(Map.of(), false);
    assertTrue(arguments(plain, "waitingtimeserver").contains("--unsigned-sensors"));
    assertFalse(arguments(plain, "waitingtimeserver").contains("--give-keys"));
    assertFalse(arguments(plain, "sensor").contains("--key"));
    assertEquals(
        "127.0.0.1:1500 (--unsigned-sensors)",
        components(plain, "waitingtimeserver").getFirst().shows());
  }

  @Test
  void sensorsOfAPlainPlanSignWhereTheyHaveSignedBefore() {
    Plan plan = plan(Map.of("signed", ""), false);
    assertTrue(arguments(plan, "waitingtimeserver").contains("--unsigned-sensors"));
    assertTrue(arguments(plan, "waitingtimeserver").contains("--give-keys"));
    assertTrue(arguments(plan, "sensor").contains("--key"));
  }
}
