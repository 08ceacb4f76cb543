package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AlikeGuestsTest {
  private final AlikeGuests guests = new AlikeGuests();

  private static Moment moment(double day, double posted) {
    long at = Math.round(day * ParkTime.DAY);
    return new Moment(at, posted, Scale.log(posted), ParkTime.minuteOfDay(at), 0);
  }

  @Test
  void whoSawSuchASignAtSuchAnHourCountsMost() {
    guests.add(moment(100.5, 30), 1, 0, 0);
    guests.add(moment(100.5, 120), -1, 0, 0);
    guests.add(moment(100.9, 30), -1, 0, 0);

    guests.compare(moment(100.5, 30));

    assertEquals(1 / 3.0, guests.beyondLevel(), 0.001);
  }

  @Test
  void whatIsAMonthOldCountsAThird() {
    guests.add(moment(100.5, 30), 1, 0, 0);

    guests.compare(moment(130.5, 30));

    assertEquals(Math.exp(-1) / (Math.exp(-1) + 2), guests.beyondLevel(), 1e-9);
    assertEquals(Math.exp(-0.25) / (Math.exp(-0.25) + 2), guests.beyondLevelLong(), 1e-9);
  }

  @Test
  void quantilesAreOfErrorsByNearness() {
    for (int i = 1; i <= 10; i++) {
      guests.add(moment(100.5, 30), 0, 0, (11 - i) / 10.0);
    }
    guests.add(moment(100.9, 400), 0, 0, -9);

    guests.compare(moment(100.5, 30));

    assertArrayEquals(new double[] {0.1, 0.5, 0.9}, guests.quantiles(0.1, 0.5, 0.9), 1e-9);
  }

  @Test
  void theOldestMakesRoomForTheThousandAndFirst() {
    for (int i = 0; i < AlikeGuests.GUESTS_MAX + 400; i++) {
      guests.add(moment(i, 30), 0, 0, i % 700);
    }
    guests.compare(moment(AlikeGuests.GUESTS_MAX + 400, 30));

    assertEquals(AlikeGuests.GUESTS_MAX, guests.size());
    assertEquals(699, guests.quantiles(1)[0]);
    assertEquals(0, guests.quantiles(0)[0]);
  }

  @Test
  void aCrowdedRideKeepsOneGuestAMinuteSoThatItRemembersMoreThanHours() {
    for (int second = 0; second < 100_000; second += 2) {
      guests.add(moment(100 + second / 86_400.0, 30), 0, 0, second);
    }
    guests.compare(moment(102, 30));

    double oldest = guests.quantiles(0)[0];
    assertTrue(oldest < 100_000 - 16 * 3_600, "the oldest is of second " + oldest);
  }
}
