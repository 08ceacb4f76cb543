package fwq.guild.rules;

import fwq.common.park.Plate;
import fwq.common.talk.guild.MemberWord;
import fwq.common.talk.guild.Membership;
import fwq.common.talk.guild.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who belongs to a park's guild, who asks to, and who was sent away. Premium applications are
 * decided when they are read, ordinary ones at sittings, in the order in which they were written.
 */
final class Rolls {
  private final int quota;
  private final Map<String, Application> byMark = new LinkedHashMap<>();
  private final Map<String, Application> waiting = new LinkedHashMap<>();
  private final Map<Plate, Application> members = new LinkedHashMap<>();
  private final Map<Plate, Application> membersView = Collections.unmodifiableMap(members);
  private final Set<Plate> expelledPlates = new HashSet<>();
  private final Set<String> expelledPersons = new HashSet<>();
  private final Set<String> changed = new HashSet<>();

  /**
   * Rolls as they were left.
   *
   * @param applications in the order in which they were written
   */
  Rolls(int quota, Collection<Application> applications) {
    this.quota = quota;
    applications.forEach(this::put);
    changed.clear();
  }

  /** Members, by plate. */
  Map<Plate, Application> members() {
    return membersView;
  }

  /** All that are known, as they were written. */
  Collection<Application> all() {
    return Collections.unmodifiableCollection(byMark.values());
  }

  Optional<Application> find(String mark) {
    return Optional.ofNullable(byMark.get(mark));
  }

  /**
   * Somebody applies.
   *
   * @return what was decided: nothing while it waits
   */
  List<Application> join(MemberWord.Join join, long at) {
    Application application = Application.of(join, at);
    put(application);
    return join.premium() ? decide(application, at) : List.of();
  }

  /** Decides every ordinary application that waits, in order. */
  List<Application> sit(long at) {
    List<Application> decided = new ArrayList<>();
    for (Application application : List.copyOf(waiting.values())) {
      decided.addAll(decide(application, at));
    }
    byMark
        .values()
        .removeIf(
            it ->
                (it.state() == Membership.REJECTED || it.state() == Membership.RESIGNED)
                    && at - it.decidedAt() > Application.REMEMBERED_MILLIS);
    return decided;
  }

  /** A member leaves; nothing where there is no such member. */
  Optional<Application> leave(MemberWord.Leave leave, long at) {
    Application member = byMark.get(leave.mark());
    if (member == null || member.state() != Membership.ACCEPTED) {
      return Optional.empty();
    }
    Application left =
        member.become(leave.expelled() ? Membership.EXPELLED : Membership.RESIGNED, at);
    put(left);
    return Optional.of(left);
  }

  private List<Application> decide(Application application, long at) {
    Optional<Rejection> reason = refusal(application.join());
    if (reason.isPresent()) {
      Application rejected = application.reject(reason.get(), at);
      put(rejected);
      return List.of(rejected);
    }
    Application accepted = application.become(Membership.ACCEPTED, at);
    put(accepted);
    List<Application> decided = new ArrayList<>(List.of(accepted));
    for (Application other : List.copyOf(waiting.values())) {
      if (isSame(other.join(), application.join())) {
        Application replaced = other.reject(Rejection.MADE_PREMIUM, at);
        put(replaced);
        decided.add(replaced);
      }
    }
    return decided;
  }

  private static boolean isSame(MemberWord.Join ordinary, MemberWord.Join premium) {
    return premium.premium()
        && ordinary.plate().equals(premium.plate())
        && ordinary.person().equals(premium.person());
  }

  private Optional<Rejection> refusal(MemberWord.Join join) {
    if (expelledPlates.contains(join.plate()) || expelledPersons.contains(join.person())) {
      return Optional.of(Rejection.EXPELLED);
    }
    if (members.containsKey(join.plate())) {
      return Optional.of(Rejection.PLATE_TAKEN);
    }
    if (members.values().stream().anyMatch(it -> it.join().person().equals(join.person()))) {
      return Optional.of(Rejection.PERSON_TAKEN);
    }
    return members.size() >= quota ? Optional.of(Rejection.QUOTA_FULL) : Optional.empty();
  }

  private void put(Application application) {
    MemberWord.Join join = application.join();
    byMark.put(join.mark(), application);
    changed.add(join.mark());
    waiting.remove(join.mark());
    switch (application.state()) {
      case WAITING -> waiting.put(join.mark(), application);
      case ACCEPTED -> members.put(join.plate(), application);
      case REJECTED -> {}
      case RESIGNED -> removeMember(join);
      case EXPELLED -> {
        removeMember(join);
        expelledPlates.add(join.plate());
        expelledPersons.add(join.person());
      }
    }
  }

  /** The plate may have a newer member. */
  private void removeMember(MemberWord.Join join) {
    Application member = members.get(join.plate());
    if (member != null && member.join().mark().equals(join.mark())) {
      members.remove(join.plate());
    }
  }

  /** Those that are new or became something else since this was last asked. */
  List<Application> takeChanges() {
    List<Application> its =
        byMark.values().stream().filter(it -> changed.contains(it.join().mark())).toList();
    changed.clear();
    return its;
  }
}
