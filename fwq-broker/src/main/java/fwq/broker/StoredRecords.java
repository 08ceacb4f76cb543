package fwq.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.apache.kafka.common.utils.internals.CloseableIterator;

/**
 * What lies in a broker's folder, measured without unpacking it in memory: an old record may be
 * larger than that.
 *
 * @param folder that of the broker's logs
 */
record StoredRecords(Path folder) {
  /**
   * The largest of a topic's batches, or of its records unpacked.
   *
   * @param bytes how large it is; 0 where nothing is stored
   * @param where its partition and offset, for people
   */
  record Largest(long bytes, String where) {
    static final Largest NONE = new Largest(0, "");

    private static Largest of(Largest one, Largest other) {
      return one.bytes() >= other.bytes() ? one : other;
    }
  }

  /** The largest of a topic. */
  Largest largest(String topic) throws IOException {
    Largest largest = Largest.NONE;
    try (DirectoryStream<Path> partitions = Files.newDirectoryStream(folder, topic + "-*")) {
      for (Path partition : partitions) {
        if (partition.getFileName().toString().matches(topic + "-[0-9]+")) {
          largest = Largest.of(largest, inPartition(partition));
        }
      }
    }
    return largest;
  }

  private static Largest inPartition(Path partition) throws IOException {
    Largest largest = Largest.NONE;
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(partition, "*.log")) {
      for (Path segment : segments) {
        try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
          for (FileChannelRecordBatch batch : records.batches()) {
            long bytes = batch.isCompressed() ? unpacked(batch) : batch.sizeInBytes();
            largest =
                Largest.of(
                    largest,
                    new Largest(bytes, partition.getFileName() + " offset " + batch.baseOffset()));
          }
        }
      }
    }
    return largest;
  }

  /** The batch itself, or the largest record in it. */
  private static long unpacked(FileChannelRecordBatch batch) {
    ByteBuffer packed = ByteBuffer.allocate(batch.sizeInBytes());
    batch.writeTo(packed);
    packed.flip();
    long largest = batch.sizeInBytes();
    for (MutableRecordBatch it : MemoryRecords.readableRecords(packed).batches()) {
      if (it instanceof DefaultRecordBatch) {
        try (CloseableIterator<Record> each = it.skipKeyValueIterator(BufferSupplier.NO_CACHING)) {
          while (each.hasNext()) {
            largest = Math.max(largest, each.next().sizeInBytes());
          }
        }
      }
    }
    return largest;
  }
}
