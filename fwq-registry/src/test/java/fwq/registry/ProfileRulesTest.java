package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest.Register;
import fwq.kit.json.ErrorReply;
import fwq.kit.json.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fields of a profile may hold, and that the guest is told what is wrong. */
final class ProfileRulesTest {
  private static final String EMOJI = "🎢";
  private static final String GOOD = "8 or more";
  private static final ProfileOf NOW =
      new ProfileOf("ana.maria", "Ana", "ana@example.org", "ana.maria");

  @ParameterizedTest
  @ValueSource(strings = {"a", "ana", "Pepe.Luis_7-x", "12345678901234567890", "..", "-1"})
  void goodUsernames(String alias) {
    assertEquals(Optional.empty(), wrongField(alias, "n", "n@x.org", GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "pepe luis", "123456789012345678901", "ñ", "a\n", "a'", "а"})
  void badUsernames(String alias) {
    assertEquals(Optional.of("alias"), wrongField(alias, "n", "n@x.org", GOOD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", " n ", "محمد علي", "👩‍👩‍👧‍👦", "\u200fשלום", "é", "e\u0301"})
  void goodNames(String name) {
    assertEquals(Optional.empty(), wrongField("a", name, "n@x.org", GOOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0\u2003",
        "\u200b\u200d",
        "a\tb",
        "a\nb",
        "a\u001b[31m",
        "a\u0085",
        "a\u2028b",
        "a\u202eb",
        "a\u2066b"
      })
  void badNames(String name) {
    assertEquals(Optional.of("name"), wrongField("a", name, "n@x.org", GOOD));
  }

  @Test
  void halfACharacterIsNoText() {
    String half = EMOJI.substring(0, 1);
    assertEquals(Optional.of("name"), wrongField("a", "n" + half, "n@x.org", GOOD));
    assertEquals(Optional.of("name"), wrongField("a", EMOJI.substring(1), "n@x.org", GOOD));
    assertEquals(Optional.of("email"), wrongField("a", "n", half + "@x.org", GOOD));
    assertEquals(Optional.of("password"), wrongField("a", "n", "n@x.org", GOOD + half));
  }

  @Test
  void lengthsCountCharactersNotBytes() {
    assertEquals(Optional.empty(), wrongField("a", EMOJI.repeat(60), "n@x.org", GOOD));
    assertEquals(Optional.of("name"), wrongField("a", EMOJI.repeat(61), "n@x.org", GOOD));
    assertEquals(Optional.empty(), wrongField("a", "n", "n@x.org", EMOJI.repeat(8)));
    assertEquals(Optional.of("password"), wrongField("a", "n", "n@x.org", EMOJI.repeat(7)));
    assertEquals(Optional.empty(), wrongField("a", "n", "n@x.org", EMOJI.repeat(128)));
    assertEquals(Optional.of("password"), wrongField("a", "n", "n@x.org", EMOJI.repeat(129)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n@x.org", "a.b+c'd@sub.example.co.uk", "\"x\"@y.z", "ñandú@correo.es", "a@ñ.рф"})
  void goodEmails(String email) {
    assertEquals(Optional.empty(), wrongField("a", "n", email, GOOD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n",
        "@",
        "n@",
        "@x.org",
        "n@x",
        "n@@x.org",
        "n@x..org",
        "n@x.",
        "n @x.org",
        "n@x.org\n",
        "n@.org"
      })
  void badEmails(String email) {
    assertEquals(Optional.of("email"), wrongField("a", "n", email, GOOD));
  }

  @Test
  void emailIsAtMost254Characters() {
    String domain = "@" + "x".repeat(249 - 60) + ".org";
    assertEquals(Optional.empty(), wrongField("a", "n", "n".repeat(60) + domain, GOOD));
    assertEquals(Optional.of("email"), wrongField("a", "n", "n".repeat(61) + domain, GOOD));
    assertEquals(Optional.of("email"), wrongField("a", "n", "n@" + "x.".repeat(30_000), GOOD));
  }

  @Test
  void passwordOfNothingThatCanBeSeenIsNone() {
    assertEquals(Optional.of("password"), wrongField("a", "n", "a@x.org", " ".repeat(12)));
    assertEquals(
        Optional.of("password"),
        wrongField("a", "n", "a@x.org", "e\u0301".repeat(7)),
        "seven letters, however they are written");
  }

  @Test
  void passwordMayHoldAnythingButNul() {
    assertEquals(Optional.empty(), wrongField("a", "n", "n@x.org", " \t\n\u001b\u202e é🎢"));
    assertEquals(Optional.of("password"), wrongField("a", "n", "n@x.org", "1234567\u0000"));
    assertEquals(Optional.of("password"), wrongField("a", "n", "n@x.org", "1234567"));
  }

  @Test
  void eachSentenceSaysTheRuleWithAnExampleAndNotWhatWasTyped() {
    for (Register bad :
        new Register[] {
          new Register("typed!", "n", "n@x.org", new Secret(GOOD), Optional.empty()),
          new Register("a", "typed!\n", "n@x.org", new Secret(GOOD), Optional.empty()),
          new Register("a", "n", "typed!", new Secret(GOOD), Optional.empty()),
          new Register("a", "n", "n@x.org", new Secret("typed!"), Optional.empty())
        }) {
      String sentence = ProfileRules.check(bad).orElseThrow().message();
      assertTrue(sentence.contains("such as"), sentence);
      assertTrue(!sentence.contains("typed!"), sentence);
    }
  }

  @Test
  void updateIsCheckedOnlyWhereItChangesSomething() {
    assertEquals(Optional.empty(), ProfileRules.check(Changes.NONE, NOW));
    assertEquals(
        Optional.of("email"),
        ProfileRules.check(Changes.NONE.withName("n").withEmail("n"), NOW)
            .flatMap(ErrorReply::field));
    assertEquals(
        Optional.of("password"),
        ProfileRules.check(Changes.NONE.withPassword(new Secret("short")), NOW)
            .flatMap(ErrorReply::field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PassWord",
        "12345678",
        "qwertyuiop",
        "jennifer",
        "iloveyou",
        "letmein1"
      })
  void commonPasswordsAreRefusedInAnyCaseWithASentenceThatDoesNotRepeatThem(String common) {
    ErrorReply wrong =
        ProfileRules.check(new Register("a", "n", "n@x.org", new Secret(common), Optional.empty()))
            .orElseThrow();
    assertEquals(Optional.of("password"), wrong.field());
    assertTrue(wrong.message().contains("most common"), wrong.message());
    assertTrue(!wrong.message().contains(common) || common.equals("password"), wrong.message());
    assertEquals(Optional.of("password"), changedTo(common, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "qwertyuiop and on", "Tr0ub4dor&3", "ЯЯЯЯЯЯЯЯ"})
  void otherPasswordsNeedNoDigitsSignsOrCapitals(String password) {
    assertEquals(Optional.empty(), wrongField("a", "n", "n@x.org", password));
    assertEquals(Optional.empty(), changedTo(password, Optional.empty()));
  }

  @Test
  void usernameAndEmailAreNoPasswords() {
    assertEquals(Optional.of("password"), wrongField("pepe.luis", "n", "n@x.org", "Pepe.Luis"));
    assertEquals(Optional.of("password"), wrongField("a", "n", "pepe@x.org", "PEPE@x.org"));
    assertEquals(Optional.of("password"), changedTo("Ana.Maria", Optional.empty()));
    assertEquals(Optional.of("password"), changedTo("ana@EXAMPLE.org", Optional.empty()));
    assertEquals(
        Optional.of("password"), changedTo("new@example.org", Optional.of("new@example.org")));
    assertEquals(Optional.empty(), changedTo("ana@example.org", Optional.of("new@example.org")));
  }

  private static Optional<String> changedTo(String password, Optional<String> email) {
    Changes changes = Changes.NONE.withPassword(new Secret(password));
    return ProfileRules.check(email.map(changes::withEmail).orElse(changes), NOW)
        .flatMap(ErrorReply::field);
  }

  @Test
  void shownNameIsWhatAnyTerminalCanPrintOrNothing() {
    for (String good : new String[] {"", "Ana B. 2", "a_-.9"}) {
      assertEquals(Optional.empty(), ProfileRules.check(shownAs(good), NOW), good);
    }
    for (String bad : new String[] {" ", "a ", "a  b", "é", "a\u001b", "a\n", "x".repeat(21)}) {
      assertEquals(
          Optional.of("shownAs"),
          ProfileRules.check(shownAs(bad), NOW).flatMap(ErrorReply::field),
          bad);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pepe, this one has no @",
    "a@b@example.org, this one has more than one @",
    "pe pe@example.org, this one has a blank",
    "pepe@example, a dot between names behind it"
  })
  void whatIsWrongWithThisAddressIsSaid(String email, String what) {
    String said = message(email, GOOD);
    assertTrue(said.contains(what) && said.contains("such as pepe@example.org"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "short, this one has 5",
    "'            ', this one has none that can be seen",
    "password, this password is one of the most common ones",
    "pepe@example.org, this password is your username or email address"
  })
  void whatIsWrongWithThisPasswordIsSaid(String password, String what) {
    assertTrue(message("pepe@example.org", password).contains(what));
  }

  private static String message(String email, String password) {
    return ProfileRules.check(new Register("a", "n", email, new Secret(password), Optional.empty()))
        .orElseThrow()
        .message();
  }

  private static Changes shownAs(String name) {
    return Changes.NONE.withShownAs(name);
  }

  private static Optional<String> wrongField(
      String alias, String name, String email, String password) {
    return ProfileRules.check(
            new Register(alias, name, email, new Secret(password), Optional.empty()))
        .flatMap(ErrorReply::field);
  }
}
