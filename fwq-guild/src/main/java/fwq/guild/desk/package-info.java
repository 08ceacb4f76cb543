/**
 * What an operator asks a guild that runs: lists ({@link fwq.guild.desk.ListMain}), and that a
 * member be sent away ({@link fwq.guild.desk.ExpelMain}) or leave ({@link
 * fwq.guild.desk.ResignMain}).
 */
package fwq.guild.desk;
