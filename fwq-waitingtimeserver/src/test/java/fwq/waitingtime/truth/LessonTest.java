package fwq.waitingtime.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LessonTest {
  private static Lesson taught(Lesson lesson, int outcomes, double first, double second) {
    SplittableRandom chance = new SplittableRandom(1);
    for (int i = 0; i < outcomes; i++) {
      double[] clues = {chance.nextDouble(-1, 1), chance.nextDouble(-1, 1)};
      double noise = chance.nextInt(20) == 0 ? 5 : chance.nextDouble(-0.1, 0.1);
      lesson.learn(clues, first * clues[0] + second * clues[1] + noise, 1);
    }
    return lesson;
  }

  @Test
  void weightsAreFoundThoughOneOutcomeInTwentyIsNonsense() {
    Lesson lesson = taught(new Lesson(new double[2], 1, 2_000, 0.2), 5_000, 0.7, -0.3);

    assertEquals(0.7, lesson.predict(new double[] {1, 0}), 0.05);
    assertEquals(-0.3, lesson.predict(new double[] {0, 1}), 0.05);
  }

  @Test
  void whatWasTrueLongAgoIsForgotten() {
    Lesson lesson = taught(new Lesson(new double[2], 1, 100, 0.2), 2_000, 0.7, -0.3);
    taught(lesson, 2_000, -0.2, 0.5);

    assertEquals(-0.2, lesson.predict(new double[] {1, 0}), 0.15);
  }

  @Test
  void withoutDoubtWeightsStay() {
    Lesson lesson = taught(new Lesson(new double[] {1, 2}, 0, 100, 0.2), 100, 5, 5);

    assertEquals(3, lesson.predict(new double[] {1, 1}), 1e-9);
  }

  @Test
  void anOutlierMovesLittleMoreThanAnErrorAtTheLimit() {
    double[] clue = {1};
    Lesson limit = new Lesson(new double[1], 0.1, 1_000, 0.2);
    Lesson outlier = new Lesson(new double[1], 0.1, 1_000, 0.2);

    limit.learn(clue, 0.2, 1);
    outlier.learn(clue, 4, 1);

    assertTrue(outlier.predict(clue) < 1.2 * limit.predict(clue));
  }

  @Test
  void aClueThatNeverVariesDoesNotGrowOutOfBounds() {
    Lesson lesson = new Lesson(new double[2], 1 / 30.0, 1_000, 0.3);
    SplittableRandom chance = new SplittableRandom(1);
    for (int i = 0; i < 1_000_000; i++) {
      lesson.learn(new double[] {1, 0}, chance.nextDouble(), 1);
    }
    lesson.learn(new double[] {1, 1}, 0.6, 1);

    assertEquals(0.5, lesson.predict(new double[] {1, 1}), 0.15);
  }
}
