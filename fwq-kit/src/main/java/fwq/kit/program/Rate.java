package fwq.kit.program;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often something may be done each second: {@code 5/s}. */
public final class Rate implements ITypeConverter<Integer> {
  private static final Pattern SHAPE = Pattern.compile("([0-9]{1,4})/s");
  private static final int MAX = 1_000;

  /** Constructed by picocli. */
  public Rate() {}

  @Override
  public Integer convert(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (matcher.matches()) {
      int perSecond = Integer.parseInt(matcher.group(1));
      if (perSecond >= 1 && perSecond <= MAX) {
        return perSecond;
      }
    }
    throw new TypeConversionException(
        "a rate is from 1/s to " + MAX + "/s, such as 5/s, got '" + text + "'");
  }
}
