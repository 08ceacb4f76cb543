package fwq.web.history;

import java.util.OptionalInt;

/**
 * A ride in one minute.
 *
 * @param minute minutes since 1970
 * @param status {@code OPERATING}, {@code DOWN} or {@code CLOSED}
 * @param waitMinutes nothing when nobody knew
 */
public record Minute(long minute, String status, OptionalInt waitMinutes) {}
