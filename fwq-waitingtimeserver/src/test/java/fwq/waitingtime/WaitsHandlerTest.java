package fwq.waitingtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.common.talk.waits.WaitsReply.Waits;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.frame.FrameServer;
import fwq.kit.json.ErrorCode;
import fwq.kit.kafka.Skipped;
import fwq.kit.net.HostPort;
import fwq.kit.program.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsHandlerTest {
  @TempDir private Path folder;
  private final HandClock clock = new HandClock();
  private Rides rides;
  private FrameServer server;
  private FrameClient client;

  @BeforeEach
  void open() throws Exception {
    rides = Rides.open(folder.resolve(Rides.FILE));
    Map<Integer, List<Ride>> byPark =
        Map.of(0, RideTable.DEFAULT, 3, RideTable.DEFAULT.subList(0, 1));
    rides.replace(byPark);
    Metrics metrics = Metrics.unserved();
    LatestReadings readings =
        new LatestReadings(
            rides,
            Proofs.unsigned(rides),
            LatestReadings.Counts.of(metrics, new Skipped("readings", clock, metrics)),
            clock,
            clock);
    hear(readings, "[0,54]");
    server =
        new FrameServer(
            0,
            new WaitsHandler(byPark, readings, rides::untold, KnownEngines.ANYBODY),
            FrameServer.Limits.DEFAULT);
    client = connect();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    server.close();
    rides.close();
  }

  @Test
  void everyRideIsToldAndOnlyOnesWithAFreshReadingHaveAWait() throws Exception {
    Waits waits = ask();

    assertEquals(4, waits.rides().size());
    assertEquals(
        RideStatus.open(RideTable.DEFAULT.get(0), 54, 25, HandClock.START), waits.rides().get(0));
    assertEquals(
        RideStatus.without(RideTable.DEFAULT.get(1), RideState.NO_DATA, OptionalLong.empty()),
        waits.rides().get(1));
  }

  @Test
  void sensorThatDiesSilentlyTakesItsWaitWithItAfterTenSeconds() throws Exception {
    assertEquals(RideState.OPEN, ask().rides().getFirst().state());
    clock.set(HandClock.START + 10_001);

    RideStatus status = ask().rides().getFirst();

    assertEquals(RideState.NO_DATA, status.state());
    assertTrue(status.waitMinutes().isEmpty());
  }

  @Test
  void eachParkHasItsOwnRidesAndAParkWithoutRidesAnEmptyList() throws Exception {
    assertEquals(
        List.of(
            RideStatus.without(
                RideTable.DEFAULT.getFirst(), RideState.NO_DATA, OptionalLong.empty())),
        ask(3).rides());
    assertEquals(RideState.OPEN, ask(0).rides().getFirst().state());
    assertEquals(List.of(), ask(999).rides());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"login\"}",
        "{}",
        "waits",
        "[0,5]",
        "\"waits\"",
        "{\"type\":\"waits\",\"park\":1000}"
      })
  void anythingElseIsABadRequestAndTheServerGoesOn(String request) throws Exception {
    WaitsReply reply = WaitsCodec.readReply(client.call(request.getBytes(UTF_8)));

    assertTrue(assertInstanceOf(WaitsReply.Refused.class, reply).error().is(ErrorCode.BAD_REQUEST));
    assertThrows(IOException.class, () -> client.call(WaitsCodec.write(new WaitsRequest(0))));
    client = connect();
    assertEquals(4, ask().rides().size());
  }

  /** Says what a sensor would. */
  private static void hear(LatestReadings readings, String reading) throws SQLException {
    TopicPartition partition = new TopicPartition("SD", 0);
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updateEndOffsets(Map.of(partition, 0L));
    readings.assigned(consumer, List.of(partition));
    readings.apply(
        new ConsumerRecords<>(
            Map.of(
                partition, List.of(new ConsumerRecord<>("SD", 0, 0, "0", reading.getBytes(UTF_8)))),
            Map.of()));
    readings.applied();
  }

  private FrameClient connect() throws IOException {
    return FrameClient.connect(new HostPort("127.0.0.1", server.port()), Duration.ofSeconds(30));
  }

  private Waits ask() throws Exception {
    return ask(0);
  }

  private Waits ask(int park) throws Exception {
    return assertInstanceOf(
        Waits.class, WaitsCodec.readReply(client.call(WaitsCodec.write(new WaitsRequest(park)))));
  }

  @Test
  void wordThatNoParkWasToldYetIsShownUntilItIsTold() throws Exception {
    rides.sql().change(() -> rides.sql().update("UPDATE ride SET status = 'DOWN' WHERE id = 0"));
    assertEquals(RideState.DOWN, ask().rides().getFirst().state());
    rides.forgetOldWords();
    assertEquals(RideState.OPEN, ask().rides().getFirst().state());
  }
}
