package fwq.waitingtime.truth;

/**
 * The last thousand guests of one ride: what the sign showed them, when, and how wrong it and we
 * were. Asked for a moment, it weighs them by how much they are like a guest who joins then.
 *
 * <p>Not a copy for each question: the answers of {@link #compare} are read from here until the
 * next one.
 */
final class AlikeGuests {
  static final int GUESTS_MAX = 1_000;

  private static final double LOG_POSTED_NEAR = 0.25;
  private static final double MINUTES_NEAR = 50;
  private static final double LOG_POSTED_LIKE = 0.3;
  private static final double UNUSUAL_LIKE = 0.25;

  /** Guests of longer ago count 1/e; twice and four times as fast where that is said. */
  private static final double MEMORY_SECONDS = 120.0 * ParkTime.DAY;

  /** Squares of distances beyond which a guest is not near at all: e^-12. */
  private static final double FAR = 24;

  /** What even the most unlike guest counts, for the spread of errors. */
  private static final double BASE = 0.05;

  /** A ride that fills its ring in fewer days keeps one guest a minute. */
  private static final double CROWDED_DAYS = 30;

  private final double[] joined = new double[GUESTS_MAX];
  private final double[] grown = new double[GUESTS_MAX];
  private final double[] logPosted = new double[GUESTS_MAX];
  private final double[] minute = new double[GUESTS_MAX];
  private final double[] unusual = new double[GUESTS_MAX];
  private final double[] beyondLevel = new double[GUESTS_MAX];
  private final double[] firstError = new double[GUESTS_MAX];
  private final double[] error = new double[GUESTS_MAX];
  private final int[] byError = new int[GUESTS_MAX];
  private final double[] old = new double[GUESTS_MAX];
  private final double[] distance = new double[GUESTS_MAX];
  private final double[] likeness = new double[GUESTS_MAX];
  private final double[] nearness = new double[GUESTS_MAX];
  private int size;
  private int next;
  private double nearnessOfAll;
  private double beyond;
  private double beyondLong;
  private double likeError;

  int size() {
    return size;
  }

  /** Adds a guest who has boarded. */
  void add(Moment at, double beyondLevel, double firstError, double error) {
    if (isCrowded(at.at())) {
      return;
    }
    int place = next;
    if (size == GUESTS_MAX) {
      removeFromOrder(place);
    } else {
      size++;
    }
    joined[place] = at.at();
    grown[place] = grown(at.at());
    logPosted[place] = at.logPosted();
    minute[place] = at.minute();
    unusual[place] = at.unusual();
    this.beyondLevel[place] = beyondLevel;
    this.firstError[place] = firstError;
    this.error[place] = error;
    insertIntoOrder(place);
    next = (next + 1) % GUESTS_MAX;
  }

  private boolean isCrowded(long at) {
    int newest = Math.floorMod(next - 1, GUESTS_MAX);
    return size == GUESTS_MAX
        && at - joined[next] < CROWDED_DAYS * ParkTime.DAY
        && Math.floor(at / 60.0) == Math.floor(joined[newest] / 60.0);
  }

  private void removeFromOrder(int place) {
    int i = 0;
    while (byError[i] != place) {
      i++;
    }
    System.arraycopy(byError, i + 1, byError, i, size - 1 - i);
  }

  private void insertIntoOrder(int place) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (error[byError[middle]] <= error[place]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    System.arraycopy(byError, low, byError, low + 1, size - 1 - low);
    byError[low] = place;
  }

  /** Weighs all of them for a guest who joins then. */
  void compare(Moment at) {
    double near = 0;
    double nearLong = 0;
    double like = 0;
    nearnessOfAll = 0;
    beyond = 0;
    beyondLong = 0;
    likeError = 0;
    measure(at);
    for (int i = 0; i < size; i++) {
      double twice = old[i] * old[i];
      double recent = twice * twice;
      double same = distance[i] > FAR ? 0 : Math.exp(-0.5 * distance[i]);
      double sameLately = same * recent;
      near += sameLately;
      beyond += sameLately * beyondLevel[i];
      nearLong += same * old[i];
      beyondLong += same * old[i] * beyondLevel[i];
      nearness[i] = sameLately + BASE * twice;
      nearnessOfAll += nearness[i];
      double alike = recent * likeness[i];
      like += alike;
      likeError += alike * firstError[i];
    }
    beyond /= near + 2;
    beyondLong /= nearLong + 2;
    likeError /= like + 2;
  }

  /** How far each is away; apart from the sums, so that several are computed at once. */
  private void measure(Moment at) {
    double fading = 1 / grown(at.at());
    double logNow = at.logPosted();
    double minuteNow = at.minute();
    double unusualNow = at.unusual();
    for (int i = 0; i < size; i++) {
      old[i] = Math.min(1, grown[i] * fading);
      double sign = logPosted[i] - logNow;
      double hour = (minute[i] - minuteNow) * (1 / MINUTES_NEAR);
      double odd = (unusual[i] - unusualNow) * (1 / UNUSUAL_LIKE);
      double squares = sign * sign;
      distance[i] = squares * (1 / (LOG_POSTED_NEAR * LOG_POSTED_NEAR)) + hour * hour;
      likeness[i] = bell(squares * (1 / (LOG_POSTED_LIKE * LOG_POSTED_LIKE)) + odd * odd);
    }
  }

  /** Grows as memory fades: the fading between two moments is their ratio, without a power each. */
  private static double grown(long at) {
    return Math.exp(at / MEMORY_SECONDS);
  }

  /** About e^(-x/2), at a fraction of the cost. */
  private static double bell(double squares) {
    double once = 1 / (1 + squares * 0.125);
    double twice = once * once;
    return twice * twice;
  }

  /** How much longer, beyond the ride's level, guests waited who were near in sign and hour. */
  double beyondLevel() {
    return beyond;
  }

  /** The same, with a memory four times as long. */
  double beyondLevelLong() {
    return beyondLong;
  }

  /** What the first lesson got wrong with guests who saw such a sign, as unusual as that. */
  double likeError() {
    return likeError;
  }

  /** The errors below which a share of the weight lies, for rising shares. */
  double[] quantiles(double... shares) {
    double[] quantiles = new double[shares.length];
    double sum = 0;
    int share = 0;
    for (int i = 0; i < size && share < shares.length; i++) {
      int place = byError[i];
      sum += nearness[place];
      while (share < shares.length && (sum >= shares[share] * nearnessOfAll || i == size - 1)) {
        quantiles[share++] = error[place];
      }
    }
    return quantiles;
  }

  void state(Tape tape) {
    size = tape.count(size, GUESTS_MAX);
    next = tape.count(next, GUESTS_MAX - 1);
    for (double[] column :
        new double[][] {joined, logPosted, unusual, beyondLevel, firstError, error}) {
      tape.numbers(column, size);
    }
    // The rest follows from these; oldest first, so that equal errors are in their old order.
    int all = size;
    for (size = 1; size <= all; size++) {
      int place = all < GUESTS_MAX ? size - 1 : (next + size - 1) % GUESTS_MAX;
      grown[place] = grown((long) joined[place]);
      minute[place] = ParkTime.minuteOfDay((long) joined[place]);
      insertIntoOrder(place);
    }
    size = all;
  }
}
