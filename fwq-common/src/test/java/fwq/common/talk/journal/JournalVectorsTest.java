package fwq.common.talk.journal;

import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The bytes of this conversation. */
final class JournalVectorsTest extends VectorsContract {
  private static final String TOPIC = "AbCdEfGhIjKlMnOpQrStUw";
  private static final UUID KEY = UUID.fromString("2f1c9a52-3f0e-4d0b-9c1a-5d3c1c2b7a10");
  private static final RecordId ID = new RecordId(TOPIC, 17, 1_042);
  private static final LogPlace PLACE = new LogPlace(1_764_320_000_000L, ID);
  private static final NodeName NORTH = new NodeName("north");
  private static final String SIG = "0f".repeat(32);
  private static final JournalRecord RECORD =
      new JournalRecord(PLACE, KEY, new JournalEntry("count", Vector.NAME));
  private static final CheckResult CHECKED =
      new CheckResult(
          new CheckResult.Counts(1, 2, 3, 4, 5, 6, 7),
          new CheckResult.Wrong(8, 9, 10),
          List.of("offset 5 is in Kafka and is on no node"));

  @Override
  protected List<Vector> vectors() {
    return Stream.of(requests(), replies(), toNodes(), ofNodes(), topics())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Vector> requests() {
    return List.of(
        request("hello", new JournalRequest.Hello("turnstile-3")),
        request("append", new JournalRequest.Append(KEY, RECORD.entry())),
        request("receipt", new JournalRequest.AskReceipt(KEY)),
        request("where-key", new JournalRequest.Where(new RecordName.ByKey(KEY))),
        request("where-id", new JournalRequest.Where(new RecordName.ById(ID))),
        request("nodes", new JournalRequest.ListNodes()),
        request("read", new JournalRequest.Read(Optional.empty(), Optional.empty())),
        request("read-after", new JournalRequest.Read(Optional.of(PLACE), Optional.of("count"))),
        request("check-partition", new JournalRequest.CheckPartition(59)),
        request("check-chain", new JournalRequest.CheckChain(NORTH, 1)));
  }

  private static List<Vector> replies() {
    return List.of(
        reply("welcome", new JournalReply.Welcome(List.of(NORTH, new NodeName("south.2")))),
        reply("stored", new JournalReply.Stored(ID, NORTH, "10.0.0.7")),
        reply("waiting", new JournalReply.Waiting(ID, WaitReason.NO_NODES)),
        reply("unknown", new JournalReply.Unknown()),
        reply("broker-away", JournalReply.brokerAway()),
        reply(
            "found",
            new JournalReply.Found(
                Optional.of(RECORD), List.of(NORTH), List.of(new NodeName("south")))),
        reply("found-nothing", new JournalReply.Found(Optional.empty(), List.of(), List.of())),
        reply(
            "node-list",
            new JournalReply.NodeList(
                List.of(
                    new NodeState(
                        NORTH, Optional.of(new NodeAddress("10.0.0.7", 5_201)), true, 20, 9, 8),
                    new NodeState(new NodeName("south"), Optional.empty(), false, 0, 0, 0)))),
        reply("page", new JournalReply.Page(List.of(RECORD), Optional.of(PLACE))),
        reply("page-last", new JournalReply.Page(List.of(), Optional.empty())),
        reply("partition-checked", new JournalReply.PartitionChecked(CHECKED)),
        reply("chain-checked", new JournalReply.ChainChecked(CHECKED, 10_001)));
  }

  private static List<Vector> toNodes() {
    return List.of(
        toNode("node-page", new NodeRequest.NextPage(Optional.of(PLACE), Optional.of("count"))),
        toNode("node-firsts", new NodeRequest.Firsts(List.of(KEY))),
        toNode("node-find", new NodeRequest.Find(new RecordName.ById(ID))),
        toNode("node-rows", new NodeRequest.Rows(TOPIC, 17, 0)),
        toNode("node-follow", new NodeRequest.Follow(1, List.of(new ChainLink(5, SIG)))));
  }

  private static List<Vector> ofNodes() {
    return List.of(
        ofNode("page-of-node", new NodeReply.Page(List.of(RECORD), Optional.of(PLACE))),
        ofNode(
            "firsts-of-node",
            new NodeReply.FirstPlaces(List.of(Optional.of(PLACE), Optional.empty()))),
        ofNode("found-by-node", new NodeReply.Found(Optional.of(RECORD))),
        ofNode(
            "rows-of-node",
            new NodeReply.RowList(
                List.of(
                    new RowDigest.Whole(1, KEY, "ab".repeat(16)),
                    new RowDigest.Repeat(2, KEY),
                    new RowDigest.Unreadable(3)),
                0,
                4)),
        ofNode("followed-by-node", new NodeReply.Followed(10_000, 0, 10_001)),
        ofNode(
            "refused-by-node",
            new NodeReply.Refused(ErrorReply.of(ErrorCode.UNAVAILABLE, "not now"))));
  }

  private static List<Vector> topics() {
    return List.of(
        Vector.of(
            JournalVectorsTest.class, "entry", RECORD.entry(), EntryCodec::write, EntryCodec::read),
        word(
            "word-stored",
            new StoredWord.Receipts(
                NORTH,
                "10.0.0.7",
                TOPIC,
                List.of(new Span(17, 1_040, 1_043)),
                List.of(
                    new Receipt(KEY, ID),
                    new Receipt(KEY, new RecordId("zzCdEfGhIjKlMnOpQrStUw", 17, 3))))),
        word(
            "word-node",
            new StoredWord.Report(
                NORTH,
                new NodeAddress("10.0.0.7", 5_201),
                TOPIC,
                List.of(new Span(17, 0, 1_043)),
                KEY,
                1_000_000,
                new ChainLink(1_043, SIG))));
  }

  private static Vector request(String name, JournalRequest request) {
    return Vector.of(
        JournalVectorsTest.class,
        name,
        new Signed<>(request, 1_764_320_000_000L, SIG),
        JournalCodec::write,
        JournalCodec::readRequest);
  }

  private static Vector reply(String name, JournalReply reply) {
    return Vector.of(
        JournalVectorsTest.class, name, reply, JournalCodec::write, JournalCodec::readReply);
  }

  private static Vector toNode(String name, NodeRequest request) {
    return Vector.of(
        JournalVectorsTest.class,
        name,
        new Signed<>(request, 1_764_320_000_000L, SIG),
        NodeCodec::write,
        NodeCodec::readRequest);
  }

  private static Vector ofNode(String name, NodeReply reply) {
    return Vector.of(JournalVectorsTest.class, name, reply, NodeCodec::write, NodeCodec::readReply);
  }

  private static Vector word(String name, StoredWord word) {
    return Vector.of(JournalVectorsTest.class, name, word, StoredCodec::write, StoredCodec::read);
  }
}
