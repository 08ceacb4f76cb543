package fwq.common.talk.journal;

import fwq.common.signing.JournalKey;
import fwq.kit.json.ErrorReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request with a signature, which is the HMAC of {@code at} and of the request's fields, each on
 * a line of its own.
 *
 * @param at when it was signed, epoch milliseconds of the asker's clock
 * @param sig 64 hexadecimal digits
 */
public record Signed<T extends Signable>(T request, long at, String sig) {
  private static final Pattern SIG = Pattern.compile("[0-9a-f]{64}");
  private static final long AGE_MILLIS_MAX = 60_000;

  /** Refuses what is no signature. */
  public Signed {
    if (at < 0 || !SIG.matcher(sig).matches()) {
      throw new IllegalArgumentException(
          "a request has a time 'at' and a signature 'sig' of 64 small hexadecimal digits");
    }
  }

  /** Signs a request. */
  public static <T extends Signable> Signed<T> by(JournalKey key, T request, long at) {
    return new Signed<>(request, at, key.signHex(bytes(at, request.signed())));
  }

  /** Whether the holder of this key signed it. */
  public boolean isSignedWith(JournalKey key) {
    return key.signsHex(bytes(at, request.signed()), sig);
  }

  /**
   * Why a request that needs this key is not answered: who hears it must not be able to say it
   * again later.
   *
   * @param now epoch milliseconds of our clock
   */
  public Optional<ErrorReply> refusal(JournalKey key, long now) {
    if (!isSignedWith(key)) {
      return Optional.of(
          ErrorReply.of(
              JournalError.NOT_ALLOWED,
              "this is not signed with the journal's secret: give the head's file with"
                  + " --journal-secret FILE"));
    }
    return Math.abs(now - at) <= AGE_MILLIS_MAX
        ? Optional.empty()
        : Optional.of(
            ErrorReply.of(
                JournalError.STALE,
                "this was signed at "
                    + Instant.ofEpochMilli(at)
                    + ", and the clock here says "
                    + Instant.ofEpochMilli(now)
                    + ": they must not differ by more than a minute; set the wrong one"));
  }

  private static byte[] bytes(long at, List<Object> fields) {
    return (at + "\n" + fields.stream().map(Object::toString).collect(Collectors.joining("\n")))
        .getBytes(StandardCharsets.UTF_8);
  }
}
