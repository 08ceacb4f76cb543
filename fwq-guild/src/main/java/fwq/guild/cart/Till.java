package fwq.guild.cart;

import fwq.kit.program.Stop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;

/** Reads a vendor's lines until there are no more; then the program ends. */
record Till(InputStream in, BlockingQueue<Deed> typed, PrintWriter err, Stop stop)
    implements Runnable {
  @Override
  public void run() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          take(line);
        }
      }
    } catch (IOException e) {
      err.println("the lines cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop.request();
  }

  private void take(String line) throws InterruptedException {
    try {
      typed.put(TillInput.read(line));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
    }
  }
}
