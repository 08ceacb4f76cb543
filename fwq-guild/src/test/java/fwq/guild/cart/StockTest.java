package fwq.guild.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StockTest {
  private final Stock stock = new Stock();

  @Test
  void newCartHasItsFirstStockUntilTheGuildHasCounted() {
    stock.sell(10, 30);
    stock.count(OptionalLong.empty(), 0);
    assertEquals(Stock.FIRST - 30, stock.left());
  }

  @Test
  void salesThatAreNotInTheGuildsCountAreTakenOff() {
    stock.sell(10, 3);
    stock.sell(20, 4);
    stock.count(OptionalLong.of(10), 50);
    assertEquals(46, stock.left());
    stock.count(OptionalLong.of(20), 96);
    assertEquals(96, stock.left());
  }

  @Test
  void stockIsNeverBelowNothing() {
    stock.sell(10, 1_000);
    assertEquals(0, stock.left());
  }

  @Test
  void salesBeyondTheBoundAreAddedUp() {
    for (int i = 0; i < Stock.SALES_MAX + 5; i++) {
      stock.sell(i, 1);
    }
    stock.count(OptionalLong.of(0), 1_000_000);
    assertEquals(1_000_000 - Stock.SALES_MAX - 5, stock.left());
    stock.count(OptionalLong.of(Stock.SALES_MAX + 5), 7);
    assertEquals(7, stock.left());
  }
}
