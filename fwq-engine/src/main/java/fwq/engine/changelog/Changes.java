package fwq.engine.changelog;

import java.util.Map;
import java.util.Optional;

/**
 * What of a park is to be noted.
 *
 * @param guests new entries, or nothing for guests to forget
 * @param office what operators said, if that has changed
 */
public record Changes(Map<String, Optional<GuestEntry>> guests, Optional<OfficeEntry> office) {}
