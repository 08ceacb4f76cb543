/**
 * What a park's carts have sold, from the records alone, and whether the guild counted that. Pure:
 * records in, sentences out.
 *
 * <p>A second, small statement of the guild's rules about members and sales, written without a look
 * at the guild's, which it must not import: {@link fwq.operator.judge.sales.MemberRolls} has who is
 * a member, {@link fwq.operator.judge.sales.SalesModel} which sales count, {@link
 * fwq.operator.judge.sales.SoldDay} a day's figures; {@link fwq.operator.judge.sales.SalesVerdict}
 * holds what the guild says against them.
 */
package fwq.operator.judge.sales;
