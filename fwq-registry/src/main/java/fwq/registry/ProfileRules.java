package fwq.registry;

import fwq.common.park.Alias;
import fwq.common.park.Legible;
import fwq.common.park.ShownName;
import fwq.common.talk.registry.Changes;
import fwq.common.talk.registry.RegistryReply.ProfileOf;
import fwq.common.talk.registry.RegistryRequest;
import fwq.kit.json.ErrorReply;
import fwq.kit.text.Normal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a guest's username, name, email, password and shown name may be. */
final class ProfileRules {
  static final int NAME_CHARACTERS_MAX = 60;
  static final int EMAIL_CHARACTERS_MAX = 254;
  static final int PASSWORD_CHARACTERS_MIN = 8;
  static final int PASSWORD_CHARACTERS_MAX = 128;

  /** One @ between things that could be a mailbox and a domain; only a mail can tell for sure. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\p{C}\\p{Z}@]{1,64}@[^\\p{C}\\p{Z}@.]+(\\.[^\\p{C}\\p{Z}@.]+)+");

  private ProfileRules() {}

  /** The first field that breaks its rule, if any. */
  static Optional<ErrorReply> check(RegistryRequest.Register request) {
    return checkAlias(request.alias())
        .or(() -> checkName(request.name()))
        .or(() -> checkEmail(request.email()))
        .or(() -> checkPassword(request.password().reveal(), request.alias(), request.email()))
        .or(() -> request.shownAs().flatMap(ProfileRules::checkShownAs));
  }

  /**
   * The first field that is to change and breaks its rule, if any.
   *
   * @param now the profile before
   */
  static Optional<ErrorReply> check(Changes changes, ProfileOf now) {
    String email = changes.email().orElse(now.email());
    return changes
        .name()
        .flatMap(ProfileRules::checkName)
        .or(() -> changes.email().flatMap(ProfileRules::checkEmail))
        .or(
            () ->
                changes
                    .password()
                    .flatMap(password -> checkPassword(password.reveal(), now.alias(), email)))
        .or(() -> changes.shownAs().flatMap(ProfileRules::checkShownAs));
  }

  private static Optional<ErrorReply> checkAlias(String alias) {
    return rule(
        Alias.isValid(alias), "alias", "a username is " + Alias.RULE + ", such as pepe.luis");
  }

  private static Optional<ErrorReply> checkName(String name) {
    int length = characters(name);
    return rule(
        length <= NAME_CHARACTERS_MAX && Legible.isName(name),
        "name",
        "a name is 1 to "
            + NAME_CHARACTERS_MAX
            + " characters on one line, some of which can be seen, and none of them a control"
            + " character, such as Pepe Luis");
  }

  private static Optional<ErrorReply> checkEmail(String email) {
    String wrong =
        characters(email) > EMAIL_CHARACTERS_MAX
            ? "this one has " + characters(email)
            : email.indexOf('@') < 0
                ? "this one has no @"
                : email.indexOf('@') != email.lastIndexOf('@')
                    ? "this one has more than one @"
                    : email.chars().anyMatch(Character::isWhitespace)
                        ? "this one has a blank"
                        : "this one lacks a name before the @, or a dot between names behind it";
    return rule(
        characters(email) <= EMAIL_CHARACTERS_MAX && EMAIL.matcher(email).matches(),
        "email",
        "an email address is at most "
            + EMAIL_CHARACTERS_MAX
            + " characters, such as pepe@example.org; "
            + wrong);
  }

  private static Optional<ErrorReply> checkPassword(String typed, String alias, String email) {
    String password = Normal.composed(typed);
    return checkShape(password)
        .or(
            () ->
                rule(
                    !password.equalsIgnoreCase(alias) && !password.equalsIgnoreCase(email),
                    "password",
                    "this password is your username or email address, which others know; choose"
                        + " another, such as three or four words in a row"))
        .or(
            () ->
                rule(
                    !CommonPasswords.contains(password),
                    "password",
                    "this password is one of the most common ones, which are tried first; choose"
                        + " another, such as three or four words in a row"));
  }

  private static Optional<ErrorReply> checkShape(String password) {
    int length = characters(password);
    boolean good =
        length >= PASSWORD_CHARACTERS_MIN
            && length <= PASSWORD_CHARACTERS_MAX
            && password.codePoints().noneMatch(it -> it == 0 || Legible.isLoneSurrogate(it))
            && password.codePoints().anyMatch(Legible::isVisible);
    return rule(
        good,
        "password",
        "a password is "
            + PASSWORD_CHARACTERS_MIN
            + " to "
            + PASSWORD_CHARACTERS_MAX
            + " characters, such as three or four words in a row; this one has "
            + (length < PASSWORD_CHARACTERS_MIN || length > PASSWORD_CHARACTERS_MAX
                ? Integer.toString(length)
                : "none that can be seen, or one that cannot be sent"));
  }

  private static Optional<ErrorReply> checkShownAs(String shownAs) {
    return rule(
        ShownName.isValid(shownAs),
        "shownAs",
        "a name on the map is " + ShownName.RULE + " for none, such as Pepe L.");
  }

  private static Optional<ErrorReply> rule(boolean good, String field, String sentence) {
    return good ? Optional.empty() : Optional.of(ErrorReply.invalid(field, sentence));
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}
