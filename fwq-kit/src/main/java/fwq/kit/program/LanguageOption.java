package fwq.kit.program;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of the programs that show a guest something. */
public final class LanguageOption {
  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      converter = Language.class,
      description = "en or es: what the terminal speaks (default: as LANG says, or else English)")
  private String language;

  /** {@code en} or {@code es}, where the guest asked for one. */
  public Optional<String> language() {
    return Optional.ofNullable(language);
  }

  /** Reads a language, or says in a sentence which there are. */
  static final class Language implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (text.equals("en") || text.equals("es")) {
        return text;
      }
      throw new TypeConversionException("a language is en or es, got '" + text + "'");
    }
  }
}
