package fwq.trials.bench.engine;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A guest in the rival's store.
 *
 * @param at the guest's own time of the last event that counted
 */
record StreamsGuest(Session session, Position position, long at) {
  private static final int FIXED = 3 * Long.BYTES + Short.BYTES + 1;

  StreamsGuest movedTo(Position there, long when) {
    return new StreamsGuest(session, there, when);
  }

  /** As few bytes as it needs: three numbers, the cell, and the two names. */
  static final class Bytes implements Serde<StreamsGuest> {
    @Override
    public Serializer<StreamsGuest> serializer() {
      return (_, guest) -> guest == null ? null : write(guest);
    }

    @Override
    public Deserializer<StreamsGuest> deserializer() {
      return (_, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
    }

    private static byte[] write(StreamsGuest guest) {
      Session session = guest.session;
      byte[] alias = session.alias().getBytes(StandardCharsets.UTF_8);
      byte[] shownAs = session.shownAs().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(FIXED + alias.length + shownAs.length)
          .putLong(session.issuedAt())
          .putLong(session.expiresAt())
          .putLong(guest.at)
          .putShort((short) guest.position.cell())
          .put((byte) alias.length)
          .put(alias)
          .put(shownAs)
          .array();
    }

    private static StreamsGuest read(ByteBuffer bytes) {
      long issuedAt = bytes.getLong();
      long expiresAt = bytes.getLong();
      long at = bytes.getLong();
      int cell = bytes.getShort();
      String alias = text(bytes, bytes.get());
      String shownAs = text(bytes, bytes.remaining());
      return new StreamsGuest(
          new Session(alias, issuedAt, expiresAt, shownAs), Position.ofCell(cell), at);
    }

    private static String text(ByteBuffer bytes, int length) {
      byte[] text = new byte[length];
      bytes.get(text);
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
