/**
 * Operators and the park. An {@link fwq.common.talk.operate.OperatorWord} travels as everybody's: a
 * signed record on the park's partition of the topic {@code Visitor}, which the engine folds; what
 * became of the newest ones, {@link fwq.common.talk.operate.SaidWord}, it tells on {@code Engine}.
 */
package fwq.common.talk.operate;
