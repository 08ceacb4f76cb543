/**
 * The park's rules. {@link fwq.engine.park.Park} is the whole of them: who is inside, where, and
 * what is said to whom. It takes time as an argument, gives back what to say, and knows no Kafka,
 * clock, chance, log or thread; so the same events at the same times give the same park.
 *
 * <p>A move: {@code apply(Move, at)} lets time pass to when the record was written, sends home who
 * has been silent too long by then, finds the guest, checks that {@code at} of the event rose and
 * that the step is one step on the torus, moves one head from cell to cell, and notes that the
 * picture changed.
 *
 * <p>A logout: {@code apply(Ended, at)} sends the guest home if the session inside is that one or
 * an older one, and keeps in {@link fwq.engine.park.Tombstones} that all of these are over, so that
 * none of them comes in again. Of each guest the newest thing known counts, a login or an end, so
 * it does not matter in which order or how often they are said.
 *
 * <p>Pure: time is an argument; imports nothing but {@code java.*} and pure packages.
 */
package fwq.engine.park;
