package fwq.common.talk.journal;

import java.util.List;
import java.util.UUID;

/** What a node says on the topic {@code Stored}. */
public sealed interface StoredWord {
  /** Who says it. */
  NodeName node();

  /** Kafka's id of the topic whose records are meant. */
  String topic();

  /** What the node has, or has more than before. */
  List<Span> spans();

  /**
   * These are on my disk.
   *
   * @param host the node's machine, for people
   * @param spans all that was read to store them, in the last word about a batch
   */
  record Receipts(
      NodeName node, String host, String topic, List<Span> spans, List<Receipt> receipts)
      implements StoredWord {
    /** So many fit into a frame, whatever their ids. */
    public static final int RECEIPTS_MAX = 500;

    /** Takes copies. */
    public Receipts {
      checkTopic(topic);
      spans = checkSpans(spans);
      receipts = List.copyOf(receipts);
      if (receipts.size() > RECEIPTS_MAX) {
        throw new IllegalArgumentException("a word has at most " + RECEIPTS_MAX + " receipts");
      }
    }
  }

  /**
   * Here I am: every 5 s, and when partitions change hands.
   *
   * @param address where it answers {@code read}
   * @param spans all that it has of this topic; of very many the first
   * @param database which file it has, for one that was lost and begun anew is another
   * @param freeBytes on its disk
   * @param newest the newest link of its chain
   */
  record Report(
      NodeName node,
      NodeAddress address,
      String topic,
      List<Span> spans,
      UUID database,
      long freeBytes,
      ChainLink newest)
      implements StoredWord {
    /** Takes a copy. */
    public Report {
      if (freeBytes < 0) {
        throw new IllegalArgumentException("field 'freeBytes' must not be negative");
      }
      checkTopic(topic);
      spans = checkSpans(spans);
    }
  }

  /** So many fit into a frame. Each partition has one, and more only while it is filled. */
  int SPANS_MAX = 1_000;

  private static void checkTopic(String topic) {
    if (!RecordId.isTopic(topic)) {
      throw new IllegalArgumentException("a topic's id is 22 characters of base64");
    }
  }

  private static List<Span> checkSpans(List<Span> spans) {
    if (spans.size() > SPANS_MAX) {
      throw new IllegalArgumentException("a word has at most " + SPANS_MAX + " spans");
    }
    return List.copyOf(spans);
  }
}
