package fwq.waitingtime;

import fwq.common.park.RideState;
import fwq.common.signing.ConsoleKey;
import fwq.common.signing.KeyPurpose;
import fwq.common.signing.ParkKeys;
import fwq.common.signing.SessionKey;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord.Running;
import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.VisitTopics;
import fwq.kit.kafka.KafkaClients;
import fwq.kit.sqlite.DatabaseException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators said of rides into {@code rides.db}, before the park itself took it: said once as
 * records, so that a ride that was down still is.
 */
record OldWords(Rides rides, ParkKeys keys) {
  private static final Logger LOG = LoggerFactory.getLogger(OldWords.class);

  /** Says them, if there are any, and the broker is there. */
  void say(KafkaClients kafka, long now) throws DatabaseException, InterruptedException {
    Map<ParkRide, RideState> words = rides.oldWords();
    if (words.isEmpty()) {
      return;
    }
    if (!keys.has(KeyPurpose.CONSOLE)) {
      LOG.warn(
          "an operator said that these rides do not run, but there is no key {} to tell the"
              + " park: say it again with fwq ride: {}",
          keys.file(KeyPurpose.CONSOLE).file(),
          words);
      return;
    }
    try (Producer<String, byte[]> producer = kafka.producer(0)) {
      Instant moment = Instant.ofEpochMilli(now);
      ConsoleKey key =
          ConsoleKey.derive(
              keys.load(KeyPurpose.CONSOLE, moment, new SecureRandom()).at(moment).secret());
      long at = now;
      for (Map.Entry<ParkRide, RideState> word : words.entrySet()) {
        producer.send(record(word.getKey(), word.getValue(), at++, key)).get();
      }
      rides.forgetOldWords();
      LOG.info("what an operator said of {} rides before is told to their parks", words.size());
    } catch (IOException | KafkaException | ExecutionException e) {
      LOG.warn("the park is not told yet of rides that do not run: {}", e.getMessage());
    }
  }

  private static ProducerRecord<String, byte[]> record(
      ParkRide ride, RideState state, long at, ConsoleKey key) {
    byte[] value =
        EventCodec.write(
            new Operate(
                Optional.empty(),
                at,
                new Running(ride.ride(), state, Cause.OPERATOR, Optional.empty())));
    return new ProducerRecord<>(
        VisitTopics.VISITOR.name(),
        ride.park(),
        SaidWord.CONSOLE,
        value,
        List.of(new RecordHeader(SessionKey.HEADER, key.sign(ride.park(), value))));
  }
}
