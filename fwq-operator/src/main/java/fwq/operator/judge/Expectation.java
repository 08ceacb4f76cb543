package fwq.operator.judge;

import fwq.common.park.Position;
import java.util.Optional;

/** Something that the park must tell a guest, and the place that goes with it. */
record Expectation(String alias, Answer answer, Optional<Position> position) {}
