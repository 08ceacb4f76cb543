package fwq.registry;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The passwords that everybody tries first, whatever their case. Immutable.
 *
 * <p>They come from the ranked lists in the jar of com.nulab-inc:zxcvbn (MIT licence): the
 * passwords most often found in leaks, and the most common English names and words. zxcvbn keeps
 * what is on several of its lists only where it ranks best, so the list of passwords alone lacks
 * {@code jennifer}: the first 10,000 of every list are needed to have the 10,000 most common
 * passwords for sure.
 */
final class CommonPasswords {
  private static final int RANK_MAX = 10_000;

  /** Read when the first guest registers: until then a registry starts sooner without. */
  private static final class Lists {
    private static final Set<String> LOWER_CASE = read();

    private static Set<String> read() {
      try {
        Set<String> all = new HashSet<>();
        for (Dictionary list : StandardDictionaries.loadAllDictionaries()) {
          List<String> byRank = list.getFrequencies();
          for (String password : byRank.subList(0, Math.min(RANK_MAX, byRank.size()))) {
            // Shorter ones are refused for that alone.
            if (password.length() >= ProfileRules.PASSWORD_CHARACTERS_MIN) {
              all.add(password.toLowerCase(Locale.ROOT));
            }
          }
        }
        return Set.copyOf(all);
      } catch (IOException e) {
        throw new UncheckedIOException("the lists are in a jar on the class path", e);
      }
    }
  }

  private CommonPasswords() {}

  /** Whether this is one of them. The first answer takes some 100 ms. */
  static boolean contains(String password) {
    return Lists.LOWER_CASE.contains(password.toLowerCase(Locale.ROOT));
  }
}
