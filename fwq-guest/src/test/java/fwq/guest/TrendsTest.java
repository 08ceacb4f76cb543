package fwq.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrendsTest {
  private final Trends trends = new Trends();

  private void see(long second, int wait) {
    trends.saw(park(open(0, wait)), 1_000 * second);
  }

  private static ParkMap park(RideStatus ride) {
    return new ParkMap(0, 1, List.of(ride), List.of(), List.of());
  }

  private static RideStatus open(int id, int wait) {
    return RideStatus.open(ride(id), 0, wait, 1);
  }

  private static Ride ride(int id) {
    return new Ride(id, "r" + id, "R", Position.ofCell(21), 10, 20);
  }

  @Test
  void waitThatRoseInTheLastMinutesRises() {
    see(0, 10);
    see(60, 20);
    assertEquals(Trends.Trend.RISING, trends.of(open(0, 20)));
    assertEquals(Trends.Trend.FALLING, trends.of(open(0, 5)));
  }

  @Test
  void oneMinuteMoreOrLessIsChance() {
    see(0, 10);
    assertEquals(Trends.Trend.STEADY, trends.of(open(0, 11)));
    assertEquals(Trends.Trend.STEADY, trends.of(open(1, 11)));
  }

  @Test
  void whatIsLongAgoCountsNoMore() {
    see(0, 60);
    see(100, 20);
    see(200, 20);
    assertEquals(Trends.Trend.STEADY, trends.of(open(0, 20)));
  }

  @Test
  void rideThatHadNoWaitBeginsAnew() {
    see(0, 60);
    trends.saw(park(RideStatus.without(ride(0), RideState.DOWN, OptionalLong.empty())), 10_000);
    see(20, 10);
    assertEquals(Trends.Trend.STEADY, trends.of(open(0, 10)));
  }

  @Test
  void waitsOfTheLastMinutesAreKnown() {
    see(0, 60);
    see(100, 20);
    see(200, 25);
    assertEquals(List.of(20, 25), trends.waits(open(0, 25)));
    assertEquals(List.of(), trends.waits(open(1, 25)));
  }
}
