package fwq.systemtests.fuzz;

import fwq.common.wire.AuditJson;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Frames;
import fwq.common.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * What a fuzzer feeds: every reader of bytes from outside. Whatever comes is refused with a
 * sentence, or is a message that can be written and read again.
 */
public final class CodecTarget {
  private static final List<Codec<?>> CODECS =
      List.of(
          new Codec<>(Json::readRegistryRequest, Json::write),
          new Codec<>(Json::readRegistryReply, Json::write),
          new Codec<>(Json::readWaitsRequest, Json::write),
          new Codec<>(Json::readWaitsReply, Json::write),
          new Codec<>(Json::readReading, Json::write),
          new Codec<>(Json::readParkEvent, Json::write),
          new Codec<>(Json::readEngineMessage, Json::write),
          new Codec<>(Json::readReign, Json::write),
          new Codec<>(Json::readGuestEntry, Json::write),
          new Codec<>(AuditJson::read, AuditJson::write));

  private CodecTarget() {}

  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] bytes) throws BadMessageException;
  }

  private record Codec<T>(Reader<T> reader, Function<T, byte[]> writer) {
    void check(byte[] bytes) {
      T message;
      try {
        message = reader.read(bytes);
      } catch (BadMessageException e) {
        if (e.getMessage().isBlank()) {
          throw new AssertionError("refused without a sentence", e);
        }
        return;
      }
      try {
        if (!message.equals(reader.read(writer.apply(message)))) {
          throw new AssertionError("another message after it was written: " + message);
        }
      } catch (BadMessageException e) {
        throw new AssertionError("written, but not readable: " + message, e);
      }
    }
  }

  /** Takes one input. Jazzer finds this by its name. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    for (Codec<?> codec : CODECS) {
      codec.check(bytes);
    }
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      while (Frames.read(in).isPresent()) {
        // As many as there are.
      }
    } catch (EOFException | BadMessageException e) {
      // Cut short, or no frame: both are said.
    } catch (IOException e) {
      throw new AssertionError("reading from memory cannot fail", e);
    }
  }
}
