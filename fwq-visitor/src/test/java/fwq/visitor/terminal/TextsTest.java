package fwq.visitor.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.ErrorCode;
import fwq.kit.json.ErrorReply;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Path SOURCES = Path.of("src/main/java/fwq/visitor/terminal");
  private static final Pattern USE =
      Pattern.compile("(?<!List\\.|Locale\\.)\\bof\\(\\s*\"([a-z][A-Za-z.]*)\"");

  private static Properties file(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            TextsTest.class.getResourceAsStream("Texts_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @Test
  void whichLettersAUsernameMayHaveIsSaidInBothLanguages() throws IOException {
    for (String field : Set.of("refused.alias", "refused.shownAs")) {
      assertTrue(file("en").getProperty(field).contains("letters a to z"), field);
      assertTrue(file("es").getProperty(field).contains("de la a a la z"), field);
    }
  }

  private static Set<String> keys(String language) throws IOException {
    return new TreeSet<>(file(language).stringPropertyNames());
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameGaps() throws IOException {
    Properties english = file("en");
    Properties spanish = file("es");
    assertEquals(keys("en"), keys("es"));
    for (String key : english.stringPropertyNames()) {
      assertEquals(gaps(english.getProperty(key)), gaps(spanish.getProperty(key)), key);
    }
  }

  private static Set<String> gaps(String text) {
    Set<String> gaps = new TreeSet<>();
    Matcher gap = Pattern.compile("\\{\\d}").matcher(text);
    while (gap.find()) {
      gaps.add(gap.group());
    }
    return gaps;
  }

  @Test
  void eachTextIsUsedAndEachUseHasItsText() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Matcher use = USE.matcher(Files.readString(file));
        while (use.find()) {
          used.add(use.group(1));
        }
      }
    }
    assertEquals(keys("en"), used);
  }

  @Test
  void noTextHasTheApostropheThatItsFormTakesForAQuote() throws IOException {
    for (String language : Set.of("en", "es")) {
      for (Object text : file(language).values()) {
        assertFalse(text.toString().contains("'"), text.toString());
      }
    }
  }

  @Test
  void languageIsSpanishOrElseEnglish() {
    assertSame(Texts.SPANISH, Texts.in("es"));
    assertSame(Texts.SPANISH, Texts.in("es_ES.UTF-8"));
    assertSame(Texts.ENGLISH, Texts.in("de_DE.UTF-8"));
    assertSame(Texts.ENGLISH, Texts.in("C"));
  }

  @Test
  void numbersAreWrittenAsIsUsualThere() {
    assertEquals("ana · 57 of 1,000 inside · map 0 s old", title(Texts.ENGLISH));
    assertEquals(
        "ana · 57 de 10.000 dentro · mapa 0 s",
        Texts.SPANISH.of("park.title", "ana", 57, 10_000, 0));
  }

  private static String title(Texts texts) {
    return texts.of("park.title", "ana", 57, 1_000, 0);
  }

  @Test
  void refusalsOfTheRegistryAreUnderstoodInSpanishToo() {
    for (ErrorCode code : ErrorCode.values()) {
      ErrorReply reply = ErrorReply.later(code, "so it is", 1_500);
      assertEquals("So it is.", Texts.ENGLISH.refusal(reply));
      assertFalse(Texts.SPANISH.refusal(reply).startsWith("So"));
    }
    assertTrue(Texts.SPANISH.refusal(ErrorReply.invalid("email", "x")).contains("correo"));
  }
}
