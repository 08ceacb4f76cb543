package fwq.waitingtime.truth;

/**
 * When a guest joined a line, and what the sign showed.
 *
 * @param at seconds of the park's clock
 * @param posted minutes on the sign
 * @param logPosted the same on the {@link Scale}
 * @param minute of the day
 * @param unusual how far the sign is above what is usual at this hour, as a logarithm
 */
record Moment(long at, double posted, double logPosted, double minute, double unusual) {}
