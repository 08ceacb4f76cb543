package fwq.waitingtime;

/**
 * A ride's last count.
 *
 * @param people in line, 0..100,000
 * @param at when it was heard, in epoch milliseconds by our clock; where it was not heard live, the
 *     record's own time, if that is not later
 */
public record LastReading(int people, long at) {}
