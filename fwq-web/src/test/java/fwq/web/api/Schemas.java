package fwq.web.api;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as our description uses: types, required, enum, items, references. */
final class Schemas {
  private final JsonNode description;

  Schemas(JsonNode description) {
    this.description = description;
  }

  /** What is wrong with a document, as paths; a field that the schema does not know is wrong. */
  List<String> faults(String schema, JsonNode document) {
    List<String> faults = new ArrayList<>();
    check(description.at("/components/schemas/" + schema), document, schema, faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String path, List<String> faults) {
    if (schema.has("$ref")) {
      check(description.at(schema.get("$ref").stringValue().substring(1)), value, path, faults);
      return;
    }
    if (!hasType(schema, value)) {
      faults.add(path + " is " + value + ", not " + schema.get("type"));
      return;
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(path + " is " + value);
    }
    if (value.isArray()) {
      value.forEach(each -> check(schema.get("items"), each, path + "[]", faults));
    }
    if (value.isObject() && schema.has("properties")) {
      fields(schema, value, path, faults);
    }
  }

  private void fields(JsonNode schema, JsonNode value, String path, List<String> faults) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.stringValue())) {
        faults.add(path + " has no " + name);
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              JsonNode inner = schema.get("properties").get(field.getKey());
              if (inner == null) {
                faults.add(path + " has an unknown " + field.getKey());
              } else {
                check(inner, field.getValue(), path + "." + field.getKey(), faults);
              }
            });
  }

  private static boolean hasType(JsonNode schema, JsonNode value) {
    JsonNode type = schema.get("type");
    if (type == null) {
      return true;
    }
    if (type.isString()) {
      return is(type.stringValue(), value);
    }
    for (JsonNode each : type) {
      if (is(each.stringValue(), value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalStateException("no such type: " + type);
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
