package fwq.web.park;

import fwq.common.park.RideStatus;
import java.util.OptionalLong;

/**
 * A ride, and since when. Moments are epoch milliseconds by the engine's clock.
 *
 * @param changedAt when anything of it changed last
 * @param unknownSince since when nobody knows its wait, while it may be running
 */
public record RideNow(RideStatus status, long changedAt, OptionalLong unknownSince) {}
