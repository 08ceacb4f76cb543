package fwq.web.http;

import fwq.web.http.Reply.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pages and their parts, read once from the jar. Parts are at {@code /assets/HASH/NAME}, where
 * the hash is that of all of them: so relative imports work, browsers may keep a part for ever, and
 * a page of one build never gets a part of another.
 */
public final class Pages {
  /** Stands in pages where the hash belongs. */
  private static final String BUILD = "/assets/BUILD/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=utf-8");

  /** Other people's parts, from their jars. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lib/uplot.js", "uplot/1.6.30/dist/uPlot.iife.min.js",
          "lib/uplot.css", "uplot/1.6.30/dist/uPlot.min.css");

  private final String build;
  private final Map<String, Document> pages = new TreeMap<>();
  private final Map<String, Document> assets = new TreeMap<>();

  /** Pages and assets from these files. */
  Pages(SortedMap<String, byte[]> files) {
    this.build = hash(files);
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith(".html") && !name.contains("/")) {
            pages.put(name.substring(0, name.length() - ".html".length()), page(bytes));
          } else {
            assets.put(name, asset(name, bytes));
          }
        });
  }

  /** Those in the jar, in the folder {@code pages} beside this class's parent package. */
  public static Pages load() {
    URL folder = Pages.class.getResource("/fwq/web/pages");
    try {
      URI uri = folder.toURI();
      SortedMap<String, byte[]> files;
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          files = read(jar.getPath("/fwq/web/pages"));
        }
      } else {
        files = read(Path.of(uri));
      }
      for (Map.Entry<String, String> part : LIBRARIES.entrySet()) {
        files.put(part.getKey(), library(part.getValue()));
      }
      return new Pages(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] library(String name) throws IOException {
    try (InputStream in = Pages.class.getResourceAsStream("/META-INF/resources/webjars/" + name)) {
      return in.readAllBytes();
    }
  }

  private static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** What tells one set of pages from another. */
  public String build() {
    return build;
  }

  /** A page, by its name without {@code .html}. */
  public Optional<Document> page(String name) {
    return Optional.ofNullable(pages.get(name));
  }

  /** The names of all pages. */
  public List<String> names() {
    return List.copyOf(pages.keySet());
  }

  /** A part of this build; other builds' parts are not here. */
  public Optional<Document> asset(String ofBuild, String name) {
    return ofBuild.equals(build) ? Optional.ofNullable(assets.get(name)) : Optional.empty();
  }

  private Document page(byte[] html) {
    String whole =
        new String(html, StandardCharsets.UTF_8).replace(BUILD, "/assets/" + build + "/");
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return Reply.document(200, TYPES.get("html"), bytes).with("Cache-Control", "no-cache");
  }

  private static Document asset(String name, byte[] bytes) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("nobody knows what type of file " + name + " is");
    }
    return Reply.document(200, type, bytes)
        .with("Cache-Control", "public, max-age=31536000, immutable");
  }

  private static String hash(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.forEach(
        (name, bytes) -> {
          all.writeBytes((name + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
          all.writeBytes(bytes);
        });
    return digest(all.toByteArray()).substring(0, 16);
  }

  /** SHA-256 in hexadecimal. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
