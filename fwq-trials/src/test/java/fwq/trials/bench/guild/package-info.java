/** Measures the guild of food carts by what it does with carts' records. */
package fwq.trials.bench.guild;
