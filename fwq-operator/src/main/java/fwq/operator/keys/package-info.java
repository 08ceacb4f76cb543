/**
 * {@code fwq keys}: how old a park's keys are, another one in place of one of them while everything
 * runs, and what a sensor on another machine needs of them. It works on the files alone; programs
 * look at those themselves ({@link fwq.common.signing.LiveKeys}).
 */
package fwq.operator.keys;
