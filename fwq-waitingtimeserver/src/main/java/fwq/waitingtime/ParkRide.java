package fwq.waitingtime;

/**
 * A ride among those of all parks.
 *
 * @param park its park's number, 0..999
 * @param ride its id in that park, 0..9999
 */
public record ParkRide(int park, int ride) {}
