package fwq.trials.bench.trips;

import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Part;
import fwq.common.talk.trips.Search;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.file.ScratchFolder;
import fwq.kit.frame.FrameClient;
import fwq.kit.sqlite.Sql;
import fwq.trials.bench.Duel;
import fwq.trials.bench.Goal;
import fwq.trials.bench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Holds that a seller gives 16 agencies, each on disk before it is answered, beside SQLite that
 * commits one row after the other.
 */
public final class HoldDuel implements Duel {
  private static final int AGENCIES = 16;
  private static final int HOLDS = 2_000;
  private static final List<String> TABLE =
      List.of(
          "CREATE TABLE trip (id TEXT PRIMARY KEY, state TEXT, parts TEXT) STRICT, WITHOUT ROWID");

  @Override
  public String name() {
    return "holds";
  }

  @Override
  public String unit() {
    return "holds a second";
  }

  @Override
  public String first() {
    return "seller, 16 connections";
  }

  @Override
  public String second() {
    return "SQLite, one row a commit";
  }

  @Override
  public Goal goal() {
    return new Goal.AtLeastTimes(0.7);
  }

  @Override
  public double measure(Workbench bench, boolean isSeller) throws Exception {
    int each = bench.load(HOLDS) / AGENCIES;
    return isSeller ? holds(each) : commits(each * AGENCIES);
  }

  private static double holds(int each) throws Exception {
    try (OpenSeller seller = new OpenSeller(Leg.TOURS)) {
      List<Part> offers = offers(seller);
      long start = System.nanoTime();
      try (ExecutorService agencies = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Integer>> held = new ArrayList<>();
        for (int agency = 0; agency < AGENCIES; agency++) {
          List<Part> some = offers.subList(agency * each / 2, (agency + 1) * each / 2);
          held.add(agencies.submit(() -> hold(seller, some, each)));
        }
        int count = 0;
        for (Future<Integer> one : held) {
          count += one.get();
        }
        return count * 1e9 / (System.nanoTime() - start);
      }
    }
  }

  /** Each offer is held twice, so that none is sold out. */
  private static int hold(OpenSeller seller, List<Part> offers, int count) throws Exception {
    try (FrameClient client = seller.connect()) {
      for (int i = 0; i < count; i++) {
        SellerReply reply =
            OpenSeller.ask(
                client,
                new SellerRequest.Hold(UUID.randomUUID(), List.of(offers.get(i % offers.size()))));
        if (!(reply instanceof SellerReply.Held)) {
          throw new IllegalStateException("not held: " + reply);
        }
      }
      return count;
    }
  }

  /** One place of each of many tours. */
  private static List<Part> offers(OpenSeller seller) throws Exception {
    List<Part> offers = new ArrayList<>();
    try (FrameClient client = seller.connect()) {
      for (Search search : Searches.of(Leg.TOURS, HOLDS)) {
        if (OpenSeller.ask(client, (SellerRequest) search) instanceof Found found) {
          found.matches().choices().stream()
              .filter(choice -> choice.left() >= 2)
              .forEach(choice -> offers.addAll(choice.parts(1)));
        }
      }
    }
    return offers.stream().distinct().toList();
  }

  private static double commits(int count) throws Exception {
    try (ScratchFolder scratch = new ScratchFolder("fwq-bench");
        Sql sql = Sql.open(scratch.path().resolve("plain.db"), TABLE)) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        sql.change(
            () ->
                sql.update(
                    "INSERT INTO trip VALUES (?, 'HELD', '20788001*1@4500')",
                    UUID.randomUUID().toString()));
      }
      return count * 1e9 / (System.nanoTime() - start);
    }
  }
}
