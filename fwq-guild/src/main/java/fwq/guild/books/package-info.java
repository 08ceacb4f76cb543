/**
 * From the broker's records to the rules, whoever does it: {@link fwq.guild.books.LogReader} reads
 * all parks' partitions so that none is ahead of another, {@link fwq.guild.books.RecordReader}
 * decodes, {@link fwq.guild.books.ParkBooks} gives one park's rules their records and stores what
 * came of them.
 */
package fwq.guild.books;
