package fwq.broker;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import fwq.kit.json.Secret;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * A user's client properties, mode 600, for {@code --kafka-config} and for Kafka's own tools: the
 * password, and the broker's certificate. The file is what a password is known from: the broker
 * itself keeps none.
 */
record UserFile(Path file, User user) {
  /** How passwords are proved without being said. */
  static final String MECHANISM = "SCRAM-SHA-512";

  private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"\\\\]+)\"");

  /**
   * The file of this user, among those of the others; or apart from them, in a folder of the user's
   * name, where there is one.
   */
  static UserFile of(User user, Path folder) {
    Path apart = folder.resolve(user.text());
    return new UserFile(
        (Files.isDirectory(apart) ? apart : folder).resolve(user.text() + ".properties"), user);
  }

  /**
   * The password, if there is a file.
   *
   * @throws IOException with a sentence, when there is one without a password
   */
  Optional<Secret> password() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Matcher found = PASSWORD.matcher(read().getProperty("sasl.jaas.config", ""));
    if (!found.find()) {
      throw new IOException(
          "the file "
              + file
              + " has no sasl.jaas.config with a password=\"...\"; restore it from a copy, or delete"
              + " it for a new password");
    }
    return Optional.of(new Secret(found.group(1)));
  }

  /**
   * Makes the file say this, unless it does already.
   *
   * @param certificate the broker's, as PEM
   * @return whether it was written anew
   * @throws IOException with a sentence
   */
  boolean write(Secret password, String certificate) throws IOException {
    return put(
        """
        # The user %s of the broker: for --kafka-config, and for Kafka's own tools.
        # Whoever has this file is this user. It was made by fwq broker --secure.
        security.protocol=SASL_SSL
        sasl.mechanism=%s
        sasl.jaas.config=%s required username="%s" password="%s";
        ssl.truststore.type=PEM
        ssl.truststore.certificates=%s
        """
            .formatted(
                user.text(),
                MECHANISM,
                ScramLoginModule.class.getName(),
                user.text(),
                password.reveal(),
                certificate.replace("\n", "\\n")));
  }

  /**
   * Makes the file say what a guest has to know of the broker: nothing secret, since each brings a
   * pass of its own.
   *
   * @param certificate the broker's, as PEM
   * @return whether it was written anew
   * @throws IOException with a sentence
   */
  boolean writeForGuests(String certificate) throws IOException {
    return put(
        """
        # For guests: for --kafka-config of fwq visitor. Who a guest is, the registry says at each
        # login, so that nothing in here is secret. It was made by fwq broker --secure.
        security.protocol=SASL_SSL
        sasl.mechanism=%s
        ssl.truststore.type=PEM
        ssl.truststore.certificates=%s
        """
            .formatted(
                OAuthBearerLoginModule.OAUTHBEARER_MECHANISM, certificate.replace("\n", "\\n")));
  }

  private boolean put(String text) throws IOException {
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return false;
      }
      OwnerOnly.replace(file, text);
      return true;
    } catch (IOException e) {
      throw new IOException(
          "the file " + file + " cannot be written; give another folder with --data DIR", e);
    }
  }

  private Properties read() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      OwnerOnly.check(file, "user's");
      properties.load(reader);
    } catch (UnsafeFileException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("the file " + file + " cannot be read as properties", e);
    }
    return properties;
  }
}
