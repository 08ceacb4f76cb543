package fwq.operator.check;

import fwq.common.signing.SharedSecret;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import fwq.operator.judge.sales.SalesTerms;

/**
 * A guild whose books are checked.
 *
 * @param guild where it listens
 * @param secret what it signs with, and members' keys are made of
 * @param terms how it was started
 */
public record GuildBooks(HostPort guild, Trust trust, SharedSecret secret, SalesTerms terms) {}
