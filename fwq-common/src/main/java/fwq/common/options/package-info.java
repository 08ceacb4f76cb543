/**
 * Options that programs share because of what a park is: which park, how many, which rides, how
 * long a minute lasts.
 */
package fwq.common.options;
