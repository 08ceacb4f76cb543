package fwq.journal.desk;

import fwq.common.talk.journal.ChainLink;
import java.util.ArrayList;
import java.util.List;

/**
 * Links of one chain as its node has said them, by rising row. Of very many every second one goes,
 * but never the newest, and as often as needed; so what is forgotten is never much.
 */
final class SaidLinks {
  private static final int LINKS_MAX = 4_000;

  private final List<ChainLink> links = new ArrayList<>();

  void add(ChainLink link) {
    if (link.seq() == 0 || (!links.isEmpty() && links.getLast().equals(link))) {
      return;
    }
    if (links.size() == LINKS_MAX) {
      List<ChainLink> kept = new ArrayList<>();
      for (int i = 1; i < links.size(); i += 2) {
        kept.add(links.get(i));
      }
      links.clear();
      links.addAll(kept);
    }
    links.add(link);
  }

  List<ChainLink> all() {
    return links.stream().sorted((a, b) -> Long.compare(a.seq(), b.seq())).toList();
  }
}
