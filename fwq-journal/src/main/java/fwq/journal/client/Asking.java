package fwq.journal.client;

import fwq.common.signing.JournalKey;
import fwq.common.talk.journal.JournalReply;
import fwq.common.talk.journal.JournalRequest;
import fwq.kit.net.HostPort;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.time.Clock;

/** One who asks a head, and has nothing to wait for when it does not answer. */
final class Asking implements AutoCloseable {
  private final HeadLink link;
  private final HostPort head;

  Asking(HostPort head, JournalKey key) {
    this.head = head;
    this.link = new HeadLink(head, key, Clock.systemUTC());
  }

  /**
   * Asks, and has an answer of this type.
   *
   * @throws Failure with the head's refusal, or with what is wrong with the head
   */
  <T extends JournalReply> T ask(JournalRequest request, Class<T> expected) throws Failure {
    JournalReply reply;
    try {
      reply = link.ask(request);
    } catch (IOException e) {
      throw new Failure(
          "the head at "
              + head
              + " does not answer ("
              + e.getMessage()
              + "): give the address of one that runs, such as 127.0.0.1 5200",
          e);
    }
    if (reply instanceof JournalReply.Refused refused) {
      throw new Failure(refused.error().message());
    }
    if (!expected.isInstance(reply)) {
      throw new Failure("the head at " + head + " answers something else than was asked");
    }
    return expected.cast(reply);
  }

  @Override
  public void close() throws IOException {
    link.close();
  }
}
