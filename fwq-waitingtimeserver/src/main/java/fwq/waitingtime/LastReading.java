package fwq.waitingtime;

/**
 * A ride's last count.
 *
 * @param people in line, 0..100,000
 * @param at epoch milliseconds: the broker's time of the record, never later than our own clock
 */
public record LastReading(int people, long at) {}
