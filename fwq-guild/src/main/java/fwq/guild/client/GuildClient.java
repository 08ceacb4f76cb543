package fwq.guild.client;

import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildReplyCodec;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.GuildRequestCodec;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
import java.io.IOException;
import java.time.Duration;

/** Asks the guild, over one connection that is made anew when it is lost. For one thread. */
public final class GuildClient implements AutoCloseable {
  /** For the connection, and then for each reply. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HostPort guild;
  private final Trust trust;
  private FrameClient connection;

  /** A client of the guild that listens there, if it is the one that is trusted. */
  public GuildClient(HostPort guild, Trust trust) {
    this.guild = guild;
    this.trust = trust;
  }

  /**
   * Asks.
   *
   * @throws Failure when it shows another key than it should: then nothing is sent
   */
  public GuildReply ask(GuildRequest request) throws GuildAwayException, Failure {
    try {
      if (connection == null) {
        connection = FrameClient.connect(guild, TIMEOUT, trust);
      }
      return GuildReplyCodec.read(connection.call(GuildRequestCodec.write(request)));
    } catch (UntrustedPeerException e) {
      close();
      throw new Failure(e.getMessage(), e);
    } catch (IOException e) {
      close();
      throw new GuildAwayException("the guild at " + guild + " does not answer; is it running?", e);
    } catch (BadMessageException e) {
      close();
      throw new GuildAwayException("what answers at " + guild + " is not a guild", e);
    }
  }

  @Override
  public void close() {
    try (FrameClient _ = connection) {
      connection = null;
    } catch (IOException e) {
      // It is of no more use anyway.
    }
  }
}
