package fwq.guild.client;

/** The guild does not answer just now; the text says so, for people. */
public final class GuildAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  GuildAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
