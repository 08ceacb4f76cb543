package fwq.testkit;

import fwq.kit.json.BadMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * A message and the bytes it must have, which were written by hand into a file.
 *
 * @param home a class beside whose package's resources {@code vectors/NAME.json} is
 * @param name of the file
 * @param message what it means
 * @param writer what is tested
 * @param reader what is tested
 */
public record Vector(
    Class<?> home, String name, Object message, Function<Object, byte[]> writer, Reader<?> reader) {
  /** Text that is not easily written as JSON. */
  public static final String NAME = "José \"Pepe\"\\Luis 🎢 مرحبا \0\n\t\u001b\u2028";

  /** Gives the bytes' message. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads it. */
    T read(byte[] bytes) throws BadMessageException;
  }

  /** A vector of messages of one type. */
  public static <T> Vector of(
      Class<?> home,
      String name,
      T message,
      Function<T, byte[]> writer,
      Reader<? extends T> reader) {
    @SuppressWarnings("unchecked") // It is given only what the reader gave, and this message.
    Function<Object, byte[]> any = (Function<Object, byte[]>) (Function<?, byte[]>) writer;
    return new Vector(home, name, message, any, reader);
  }

  /** The file's bytes. */
  public byte[] bytes() {
    try (InputStream in = home.getResourceAsStream("vectors/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a message. */
  public Object read(byte[] bytes) throws BadMessageException {
    return reader.read(bytes);
  }

  /** Writes a message. */
  public byte[] write(Object other) {
    return writer.apply(other);
  }

  @Override
  public String toString() {
    return name;
  }
}
