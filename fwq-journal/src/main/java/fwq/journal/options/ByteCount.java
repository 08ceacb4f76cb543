package fwq.journal.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of bytes, such as {@code 500MiB} or {@code 10GiB}. */
public final class ByteCount implements ITypeConverter<Long> {
  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,5})(MiB|GiB)");

  /** Constructed by picocli. */
  public ByteCount() {}

  @Override
  public Long convert(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "a number of bytes is such as 500MiB or 10GiB, got '" + text + "'");
    }
    return Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("MiB") ? 20 : 30);
  }
}
