/**
 * Reading topics into a database, each record once. {@link fwq.kit.feed.Feed} polls, gives a batch
 * to its {@link fwq.kit.feed.Feed.Handler} inside a transaction of the handler's own database, and
 * stores in the same transaction how far the topics were read ({@link fwq.kit.feed.FeedPositions}).
 * What was committed is never read again; what was not is.
 */
package fwq.kit.feed;
