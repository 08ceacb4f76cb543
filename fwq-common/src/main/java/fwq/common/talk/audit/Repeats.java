package fwq.common.talk.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one line of many that say the same: the first is noted as it comes, those within a minute
 * are counted, and what was counted is noted when the minute is over. So nobody's comings and
 * goings wash all others' out. For one thread.
 *
 * <p>Pure: the time is an argument.
 */
final class Repeats {
  static final Duration WINDOW = Duration.ofMinutes(1);

  /** More than these in a minute are noted as they come. */
  static final int DIFFERENT_MAX = 10_000;

  /** Oldest first. */
  private final Map<AuditEntry, Counted> open = new LinkedHashMap<>();

  private static final class Counted {
    private final Instant since;
    private int times;

    private Counted(Instant since) {
      this.since = since;
    }
  }

  /** What is to be written for this one now. */
  List<AuditEntry> add(AuditEntry entry, Instant now) {
    List<AuditEntry> due = due(now);
    AuditEntry key = entry.at(Instant.EPOCH);
    Counted counted = open.get(key);
    if (counted == null) {
      if (open.size() < DIFFERENT_MAX) {
        open.put(key, new Counted(now));
      }
      due.add(entry);
    } else {
      counted.times++;
    }
    return due;
  }

  /** What has been counted for a minute. */
  List<AuditEntry> due(Instant now) {
    List<AuditEntry> due = new ArrayList<>();
    var all = open.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<AuditEntry, Counted> each = all.next();
      // Either way: a clock that is set back must not hold anything back.
      if (Duration.between(each.getValue().since, now).abs().compareTo(WINDOW) < 0) {
        break;
      }
      add(each, now, due);
      all.remove();
    }
    return due;
  }

  /** All that is counted. */
  List<AuditEntry> rest(Instant now) {
    List<AuditEntry> rest = new ArrayList<>();
    open.entrySet().forEach(each -> add(each, now, rest));
    open.clear();
    return rest;
  }

  private static void add(Map.Entry<AuditEntry, Counted> each, Instant now, List<AuditEntry> to) {
    int times = each.getValue().times;
    if (times > 0) {
      to.add(each.getKey().at(now).times(times));
    }
  }

  /** Whether something is counted. */
  boolean isEmpty() {
    return open.isEmpty();
  }
}
