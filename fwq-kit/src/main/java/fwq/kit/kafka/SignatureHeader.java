package fwq.kit.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Where a signed record has its signature. */
public final class SignatureHeader {
  private SignatureHeader() {}

  /**
   * The record's signature, or null. A header that is the only one counts whatever its name: to
   * read that takes a third as long as to check a signature, and what is none fails the check.
   */
  public static byte[] of(ConsumerRecord<?, ?> record, String name) {
    Header[] all = record.headers().toArray();
    Header signature = all.length == 1 ? all[0] : record.headers().lastHeader(name);
    return signature == null ? null : signature.value();
  }
}
