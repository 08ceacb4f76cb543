/**
 * The public, read-only API. A request's way: {@code ApiSite} asks the desk for all parks as they
 * are, {@code Catalogue} names them, {@code Documents}, {@code HistoryDocuments} and {@code
 * QueueTimes} write them down: pure functions of what is known at one moment.
 */
package fwq.web.api;
