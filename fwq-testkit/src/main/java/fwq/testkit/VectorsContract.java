package fwq.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.kit.json.BadMessageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must hold for each message of a conversation: extend it in the package that has the codec,
 * and put the bytes beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VectorsContract {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The conversation's messages. */
  protected abstract List<Vector> vectors();

  @ParameterizedTest
  @MethodSource("vectors")
  void isWrittenAsExactlyTheBytesOfItsFile(Vector vector) {
    assertEquals(
        new String(vector.bytes(), UTF_8), new String(vector.write(vector.message()), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isReadBackFromItsFile(Vector vector) throws BadMessageException {
    assertEquals(vector.message(), vector.read(vector.bytes()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedWhereverItIsCutOff(Vector vector) {
    byte[] bytes = vector.bytes();
    for (int length = 0; length < bytes.length; length++) {
      refused(vector, Arrays.copyOf(bytes, length));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedWithSomethingAfterItsEnd(Vector vector) throws BadMessageException {
    String text = new String(vector.bytes(), UTF_8);
    for (String more : List.of("x", "{}", " 1", "\0", "]", "}", ",", "\u00a0", text)) {
      refused(vector, text + more);
    }
    assertEquals(vector.message(), vector.read((" " + text + " \r\n\t").getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void mayHaveFieldsOfANewerVersion(Vector vector) throws BadMessageException {
    JsonNode tree = tree(vector);
    for (ObjectNode object : objects(tree)) {
      object.putObject("newer").putArray("list").add(1).addNull().add(2.5).add("🎢");
    }
    assertEquals(vector.message(), vector.read(tree.toString().getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void mayHaveItsFieldsInAnyOrder(Vector vector) throws BadMessageException {
    JsonNode tree = tree(vector);
    for (ObjectNode object : objects(tree)) {
      for (String name : List.copyOf(object.propertyNames()).reversed()) {
        object.set(name, object.remove(name));
      }
    }
    assertEquals(vector.message(), vector.read(tree.toString().getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedWithAFieldOfAnotherType(Vector vector) {
    forEachField(
        vector,
        (tree, object, name) -> {
          JsonNode value = object.get(name);
          List<String> others = new ArrayList<>(List.of("{}", "[[]]", "2.5", "1e9", "-1"));
          others.add("9223372036854775808");
          others.add("9".repeat(40));
          others.add(value.isString() ? "1" : "\"1\"");
          others.add(value.isBoolean() ? "\"true\"" : "true");
          others.add(value.isString() ? "[\"a\"]" : "[1]");
          for (String other : others) {
            // A login's number alone may be negative: whoever is answered decides what it means.
            if (!(name.equals("session") && other.equals("-1"))
                && !(name.equals("retryAfterMillis") && other.equals("-1"))
                && !(name.equals("readAt") && other.equals("-1"))) {
              object.set(name, MAPPER.readTree(other));
              refused(vector, tree.toString());
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hasNullWhereItMightHaveNothing(Vector vector) {
    forEachField(
        vector,
        (tree, object, name) -> {
          object.set(name, NullNode.getInstance());
          Object withNull = outcome(vector, tree.toString());
          object.remove(name);
          assertEquals(outcome(vector, tree.toString()), withNull, name);
        });
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedWithAFieldTwice(Vector vector) {
    String text = new String(vector.bytes(), UTF_8);
    forEachField(
        vector,
        (tree, object, name) -> {
          String whole = object.toString();
          String twice =
              whole.substring(0, whole.length() - 1)
                  + ",\""
                  + name
                  + "\":"
                  + object.get(name)
                  + "}";
          refused(vector, tree.toString().replace(whole, twice));
        });
    refused(vector, text.replace("{", "{\"newer\":1,\"newer\":1,"), text.contains("{"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedWithAnUnknownFieldNestedTooDeep(Vector vector) {
    String text = new String(vector.bytes(), UTF_8);
    for (int depth : List.of(17, 1_000, 30_000)) {
      String deep = "{\"newer\":" + "[".repeat(depth) + "]".repeat(depth) + ",";
      refused(vector, text.replaceFirst("\\{", deep), text.contains("{"));
      refused(vector, "[".repeat(depth) + "]".repeat(depth));
      refused(vector, "{\"a\":".repeat(depth));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void isRefusedInAnotherEncoding(Vector vector) {
    String text = new String(vector.bytes(), UTF_8);
    for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      refused(vector, text.getBytes(java.nio.charset.Charset.forName(encoding)));
    }
  }

  /** Gets each field of each object in turn, in a fresh tree that it may change. */
  @FunctionalInterface
  private interface FieldTest {
    void accept(JsonNode tree, ObjectNode object, String name);
  }

  private static void forEachField(Vector vector, FieldTest test) {
    int objects = objects(tree(vector)).size();
    for (int i = 0; i < objects; i++) {
      for (String name : List.copyOf(objects(tree(vector)).get(i).propertyNames())) {
        JsonNode tree = tree(vector);
        test.accept(tree, objects(tree).get(i), name);
      }
    }
  }

  private static List<ObjectNode> objects(JsonNode tree) {
    List<ObjectNode> found = new ArrayList<>();
    Consumer<JsonNode> visit =
        new Consumer<>() {
          @Override
          public void accept(JsonNode node) {
            switch (node) {
              case ObjectNode object -> {
                found.add(object);
                object.values().forEach(this);
              }
              case ArrayNode array -> array.forEach(this);
              default -> {}
            }
          }
        };
    visit.accept(tree);
    return found;
  }

  private static JsonNode tree(Vector vector) {
    return MAPPER.readTree(vector.bytes());
  }

  /** The message, or a word for its refusal. */
  private static Object outcome(Vector vector, String text) {
    try {
      return vector.read(text.getBytes(UTF_8));
    } catch (BadMessageException e) {
      return "refused";
    }
  }

  private static void refused(Vector vector, String text, boolean applies) {
    if (applies) {
      refused(vector, text);
    }
  }

  private static void refused(Vector vector, String text) {
    refused(vector, text.getBytes(UTF_8));
  }

  private static void refused(Vector vector, byte[] bytes) {
    assertThrows(
        BadMessageException.class, () -> vector.read(bytes), () -> new String(bytes, UTF_8));
  }

  /** {@code -Dfwq.seed=N} repeats a run. */
  @Test
  void damagedMessageIsRefusedOrCanBeWrittenAgain() {
    new DamagedMessages(vectors()).check(Long.getLong("fwq.seed", System.nanoTime()));
  }
}
