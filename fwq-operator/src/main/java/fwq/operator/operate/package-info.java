/**
 * What an operator types: {@link fwq.operator.operate.OrderParser} makes words of it, {@link
 * fwq.operator.desk.Desk} signs and sends each and waits for what becomes of it, {@link
 * fwq.operator.operate.StatusReport} says how the park is then. {@link
 * fwq.operator.operate.weather.WeatherWatch} says words by rule.
 */
package fwq.operator.operate;
