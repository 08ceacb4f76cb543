package fwq.guild.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.signing.GuildKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.guild.CartCodec;
import fwq.common.talk.guild.CartWord;
import fwq.kit.json.BadMessageException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class CartVoiceTest {
  private static final Plate PLATE = Plate.of("CART-1");
  private static final GuildKey KEY =
      GuildKey.ofMember(SharedSecret.of(new byte[32]), "0".repeat(32));

  private final MockProducer<String, byte[]> broker =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final CartVoice voice = new CartVoice(broker, 3, KEY, InstantSource.system());

  private static CartWord sale(long at) {
    return new CartWord.Sale(PLATE, at, "ana", 1, 5, Position.GATE);
  }

  /** Pitfall 59. */
  @Test
  void salesWaitForTheBrokerInOrderUntilThereAreTenThousand() throws BadMessageException {
    for (int i = 0; i < CartVoice.SALES_MAX; i++) {
      assertTrue(voice.hasRoom());
      assertTrue(voice.say(sale(i)));
    }
    assertFalse(voice.hasRoom());
    long at = 0;
    for (ProducerRecord<String, byte[]> it : broker.history()) {
      assertEquals(at++, CartCodec.readWord(it.value()).at());
    }
    broker.completeNext();
    assertTrue(voice.hasRoom());
  }

  /** Kafka's client does so when it has never heard of the topic. */
  @Test
  void saleThatTheBrokersClientDoesNotTakeIsNoSale() {
    MockProducer<String, byte[]> never =
        new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(
              ProducerRecord<String, byte[]> record, Callback callback) {
            TimeoutException e = new TimeoutException("not present in metadata");
            callback.onCompletion(null, e);
            return CompletableFuture.failedFuture(e);
          }
        };
    CartVoice unheard = new CartVoice(never, 3, KEY, InstantSource.system());
    assertFalse(unheard.say(sale(1)));
    assertEquals(0, unheard.waiting());
    assertTrue(voice.say(sale(1)));
  }

  @Test
  void placeIsNotSaidWhileAnythingWaits() {
    boolean _ = voice.say(sale(1));
    boolean _ = voice.say(new CartWord.Place(PLATE, 2, Position.GATE, 5));
    assertEquals(1, broker.history().size());
  }

  @Test
  void wordGoesToTheParksPartitionWithThePlateAndTheMembersSignature() {
    boolean _ = voice.say(sale(1));
    ProducerRecord<String, byte[]> record = broker.history().getFirst();
    assertEquals(6, record.partition());
    assertEquals("CART-1", record.key());
    assertTrue(KEY.verify(3, record.value(), record.headers().lastHeader(GuildKey.HEADER).value()));
    assertFalse(
        KEY.verify(2, record.value(), record.headers().lastHeader(GuildKey.HEADER).value()));
  }
}
