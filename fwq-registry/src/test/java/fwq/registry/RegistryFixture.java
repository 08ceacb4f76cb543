package fwq.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fwq.common.talk.registry.RegistryReply;
import fwq.kit.json.ErrorReply;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of Registry share. */
abstract class RegistryFixture {
  static final String SQL = "x','n','p',0,'1','-1')--";

  @TempDir Path folder;

  OpenRegistry registry;

  Guest guest;

  @BeforeEach
  void open() throws Exception {
    registry = new OpenRegistry(folder);
    guest = registry.guest();
  }

  @AfterEach
  void close() throws Exception {
    registry.close();
  }

  void openWith(PasswordHash.Cost cost) throws Exception {
    registry = new OpenRegistry(folder, new Passwords(cost, new SecureRandom()));
    guest = registry.guest();
  }

  /** The first value of the first row, as the operator sees it. */
  String sql(String statement) throws Exception {
    try (Connection operator = DriverManager.getConnection("jdbc:sqlite:" + registry.file);
        Statement it = operator.createStatement()) {
      return it.execute(statement) ? it.getResultSet().getString(1) : "";
    }
  }

  static void assertInvalid(String field, RegistryReply reply) {
    ErrorReply error = assertInstanceOf(RegistryReply.Refused.class, reply).error();
    assertEquals("INVALID_FIELD", error.code());
    assertEquals(field, error.field().orElseThrow());
  }
}
