package fwq.operator.operate.weather;

import java.util.OptionalDouble;

/**
 * The weather at one place.
 *
 * @param celsius temperature
 * @param windKmh wind
 */
record Conditions(OptionalDouble celsius, OptionalDouble windKmh) {}
