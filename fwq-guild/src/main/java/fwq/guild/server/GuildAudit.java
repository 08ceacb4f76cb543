package fwq.guild.server;

import fwq.common.talk.guild.GuildReply;
import fwq.common.talk.guild.GuildRequest;
import java.net.InetAddress;

/** Notes who applied, resigned and was expelled, from where, and what came of it. */
@FunctionalInterface
interface GuildAudit {
  /** Notes it, if it changes anything. */
  void note(GuildRequest request, GuildReply reply, InetAddress from);
}
