package fwq.operator.operate.weather;

import fwq.kit.json.BadMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Where the weather is read: a file that something else writes, or a service. */
sealed interface WeatherSource {
  /** More is no weather. */
  int BYTES_MAX = 65_536;

  /** The weather of one place, or of four. */
  List<Conditions> read() throws IOException, BadMessageException, InterruptedException;

  /** By its address or its path. */
  static WeatherSource of(String text) {
    return text.startsWith("http://") || text.startsWith("https://")
        ? new Service(URI.create(text), HttpClient.newHttpClient())
        : new TextFile(Path.of(text));
  }

  private static List<Conditions> read(InputStream in) throws IOException, BadMessageException {
    byte[] bytes = in.readNBytes(BYTES_MAX + 1);
    if (bytes.length > BYTES_MAX) {
      throw new BadMessageException("more than 64 KiB are no weather");
    }
    return WeatherJson.read(bytes);
  }

  /** A file. */
  record TextFile(Path path) implements WeatherSource {
    @Override
    public List<Conditions> read() throws IOException, BadMessageException {
      try (InputStream in = Files.newInputStream(path)) {
        return WeatherSource.read(in);
      }
    }
  }

  /** A service. */
  record Service(URI address, HttpClient client) implements WeatherSource {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    @Override
    public List<Conditions> read() throws IOException, BadMessageException, InterruptedException {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        if (response.statusCode() != OK) {
          throw new IOException("it answers with status " + response.statusCode());
        }
        return WeatherSource.read(in);
      }
    }
  }
}
