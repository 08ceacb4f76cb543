package fwq.operator.check;

import fwq.common.signing.GuildKey;
import fwq.common.talk.guild.DayReport;
import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildReplyCodec;
import fwq.common.talk.guild.GuildRequest;
import fwq.common.talk.guild.GuildRequestCodec;
import fwq.common.talk.guild.Proof;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Asks a guild for its books, as its operator. For one thread. */
final class BookKeeper implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final GuildBooks books;
  private final int park;
  private final FrameClient connection;

  BookKeeper(GuildBooks books, int park) throws Failure {
    this.books = books;
    this.park = park;
    try {
      connection = FrameClient.connect(books.guild(), TIMEOUT, books.trust());
    } catch (IOException e) {
      throw away(e);
    }
  }

  /** What the guild has counted on a day. */
  DayReport day(LocalDate date) throws Failure {
    Optional<LocalDate> asked = Optional.of(date);
    GuildRequest.AskDay unsigned = new GuildRequest.AskDay(park, asked, Optional.empty());
    Proof proof = Proof.of(GuildKey.ofOperator(books.secret()), park, unsigned.words());
    byte[] request =
        GuildRequestCodec.write(new GuildRequest.AskDay(park, asked, Optional.of(proof)));
    try {
      return switch (GuildReplyCodec.read(connection.call(request))) {
        case GuildReply.Day(DayReport report) -> report;
        case GuildReply.Refused it ->
            throw new Failure("the guild does not tell its books: " + it.error().message());
        case GuildReply it -> throw new Failure("the guild answers something else: " + it);
      };
    } catch (IOException | BadMessageException e) {
      throw away(e);
    }
  }

  private Failure away(Exception e) {
    return new Failure(
        "the guild at "
            + books.guild()
            + " does not answer ("
            + e.getMessage()
            + "); start it, and give its address with --guild HOST:PORT",
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      // It is of no more use anyway.
    }
  }
}
