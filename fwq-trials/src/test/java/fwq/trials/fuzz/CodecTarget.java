package fwq.trials.fuzz;

import fwq.common.talk.audit.AuditJson;
import fwq.common.talk.registry.RegistryCodec;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.waits.WaitsCodec;
import fwq.engine.changelog.ChangelogCodec;
import fwq.kit.frame.Frames;
import fwq.kit.json.BadMessageException;
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
          new Codec<>(RegistryCodec::readRequest, RegistryCodec::write),
          new Codec<>(RegistryCodec::readReply, RegistryCodec::write),
          new Codec<>(WaitsCodec::readRequest, WaitsCodec::write),
          new Codec<>(WaitsCodec::readReply, WaitsCodec::write),
          new Codec<>(ReadingCodec::read, ReadingCodec::write),
          new Codec<>(EventCodec::read, EventCodec::write),
          new Codec<>(EngineCodec::read, EngineCodec::write),
          new Codec<>(ChangelogCodec::readReign, ChangelogCodec::write),
          new Codec<>(ChangelogCodec::readGuest, ChangelogCodec::write),
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
