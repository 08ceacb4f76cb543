package fwq.kit.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommonOptionsTest {
  @TempDir private Path folder;

  @Test
  void logThatCannotBeWrittenIsOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    CommonOptions options = parsed("--data", file.toString());
    Failure failure = assertThrows(Failure.class, () -> options.logToFile("sample.log"));
    assertEquals(
        "the log "
            + file.resolve("sample.log")
            + " cannot be written; give another folder with --data DIR",
        failure.getMessage());
  }

  @Test
  void dataIsKeptInDataUnlessToldOtherwise() {
    assertEquals(Path.of("data"), parsed().data());
    assertEquals(Path.of("a b"), parsed("--data", "a b").data());
  }

  @Test
  void kafkaPropertiesFileIsOptional() throws Exception {
    assertTrue(parsed().kafkaProperties().isEmpty());
    Path file = Files.writeString(folder.resolve("client.properties"), "client.id = é\n");
    assertEquals("é", parsed("--kafka-config", file.toString()).kafkaProperties().get("client.id"));
  }

  @Test
  void kafkaPropertiesWithAPasswordThatOthersCanReadAreRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("user"), "sasl.jaas.config=password\n");
    CommonOptions options = parsed("--kafka-config", file.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Failure failure = assertThrows(Failure.class, options::kafkaProperties);
    assertTrue(failure.getMessage().contains("chmod 600 " + file.toRealPath()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals("password", options.kafkaProperties().get("sasl.jaas.config"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertEquals(1, parsed("--kafka-config", link.toString()).kafkaProperties().size());
  }

  @Test
  void kafkaPropertiesFileThatCannotBeReadIsNamed() throws Exception {
    Path odd = Files.writeString(folder.resolve("odd"), "a=\\u12");
    for (Path file : new Path[] {folder.resolve("absent"), folder, odd}) {
      CommonOptions options = parsed("--kafka-config", file.toString());
      Failure failure = assertThrows(Failure.class, options::kafkaProperties);
      assertTrue(
          failure.getMessage().startsWith("the file " + file + " given with --kafka-config"),
          failure.getMessage());
    }
  }

  private static CommonOptions parsed(String... args) {
    CommonOptions options = new CommonOptions();
    new CommandLine(options).registerConverter(Port.class, Port::parse).parseArgs(args);
    return options;
  }
}
