package fwq.trials.bench.micro;

import fwq.common.park.Direction;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.park.Note;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One guest's move: as bytes, signed, and decided about in a park of 50,000. */
@State(Scope.Thread)
public class MoveBenchmark {
  private static final int GUESTS = 50_000;
  private static final long NOW = 1_800_000_000_000L;

  private final Session session = new Session("guest0", NOW, NOW + 86_400_000);
  private final SessionKey key = SessionKey.derive(SharedSecret.of(new byte[32]), session);
  private final Move move = new Move("guest0", NOW + 1, Position.ofCell(21));
  private final byte[] bytes = EventCodec.write(move);
  private final byte[] signature = key.sign(0, bytes);
  private final Park park = park();
  private final String[] aliases = aliases();
  private final Position[] positions = {
    Position.GATE.step(Direction.EAST), Position.GATE, Position.GATE.step(Direction.SOUTH)
  };
  private long moves;

  private static String[] aliases() {
    String[] aliases = new String[GUESTS];
    for (int guest = 0; guest < GUESTS; guest++) {
      aliases[guest] = "guest" + guest;
    }
    return aliases;
  }

  private static Park park() {
    Park park = new Park(GUESTS);
    for (String alias : aliases()) {
      var _ = park.apply(new Enter(new Session(alias, NOW, NOW + 86_400_000), NOW), NOW);
    }
    var _ = park.takeChanges();
    return park;
  }

  /** Reads a move. */
  @Benchmark
  public ParkEvent readMove() throws BadMessageException {
    return EventCodec.read(bytes);
  }

  /** Writes a move. */
  @Benchmark
  public byte[] writeMove() {
    return EventCodec.write(move);
  }

  /** Checks a move's signature. */
  @Benchmark
  public boolean verifyMove() {
    return key.verify(0, bytes, signature);
  }

  /** Lets guests step to and fro; each turn all of them once. */
  @Benchmark
  public List<Note> applyMove() {
    int guest = (int) (moves % GUESTS);
    long turn = 1 + moves / GUESTS;
    moves++;
    return park.apply(
        new Move(aliases[guest], NOW + turn, positions[(int) (turn % 3)]), NOW + turn);
  }
}
