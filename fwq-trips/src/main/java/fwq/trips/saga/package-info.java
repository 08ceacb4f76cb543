/**
 * How a trip comes to be booked at all its sellers or at none: a {@link fwq.trips.saga.Saga} says
 * which words are next, and what an answer changes; {@link fwq.trips.saga.Words} are the words as
 * requests and replies. Who drives it keeps its {@link fwq.trips.saga.Progress} before the words
 * are said, and begins the same step anew after a crash.
 *
 * <p>Pure: no network, clock, disk or threads. A simulation runs it for hours of bad luck.
 */
package fwq.trips.saga;
