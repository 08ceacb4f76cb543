/**
 * Rides that close by rule: {@link fwq.operator.operate.weather.WeatherWatch} asks every minute how
 * the weather is, {@link fwq.operator.operate.weather.WeatherRules} (pure) says which rides it
 * closes, and what changes is said to the park as an operator's word with a cause of its own.
 */
package fwq.operator.operate.weather;
