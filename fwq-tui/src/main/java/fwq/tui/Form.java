package fwq.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Fields to be filled in, one of which has the caret.
 *
 * @param title what it is for
 * @param fields at least one
 * @param focus index of the field with the caret
 * @param notice a sentence about the form as a whole, or empty
 */
public record Form(String title, List<Field> fields, int focus, Notice notice) {
  public Form {
    fields = List.copyOf(fields);
    if (fields.isEmpty() || focus < 0 || focus >= fields.size()) {
      throw new IllegalArgumentException("a form has fields, and the caret in one of them");
    }
  }

  /**
   * A field with its name.
   *
   * @param id what programs call it
   * @param label what is read beside it
   * @param input what is typed
   * @param error what is wrong with it, or empty
   */
  public record Field(String id, String label, TextField input, String error) {
    public Field filled(String text) {
      return new Field(id, label, input.with(text), error);
    }
  }

  /**
   * A sentence for who fills it in.
   *
   * @param text the sentence, or empty
   * @param bad whether it tells of a failure
   */
  public record Notice(String text, boolean bad) {
    public static final Notice NONE = new Notice("", false);
  }

  public static Form of(String title, Field... fields) {
    return new Form(title, List.of(fields), 0, Notice.NONE);
  }

  public static Field text(String id, String label) {
    return new Field(id, label, TextField.empty(false), "");
  }

  public static Field password(String id, String label) {
    return new Field(id, label, TextField.empty(true), "");
  }

  public String value(String id) {
    return fields.get(indexOf(id)).input().text();
  }

  /** The form after a key: in the field with the caret, or to another field. */
  public Form press(Key key) {
    return switch (key) {
      case Key.Named.TAB, Key.Named.DOWN -> focusOn((focus + 1) % fields.size());
      case Key.Named.BACK_TAB, Key.Named.UP -> focusOn((focus + fields.size() - 1) % fields.size());
      case Key.Field(int index) -> index < fields.size() ? focusOn(index) : this;
      default -> {
        Field field = fields.get(focus);
        TextField input = field.input().press(key);
        // What was wrong with the old text need not be wrong with the new one.
        String error = input.text().equals(field.input().text()) ? field.error() : "";
        yield replace(focus, new Field(field.id(), field.label(), input, error));
      }
    };
  }

  public Form focusOn(int index) {
    return new Form(title, fields, index, notice);
  }

  /** The same form, with a field selected whole: what is typed there next replaces it. */
  public Form select(String id) {
    int index = indexOf(id);
    Field field = fields.get(index);
    return replace(
        index, new Field(field.id(), field.label(), field.input().select(), field.error()));
  }

  public Form fill(String id, String text) {
    int index = indexOf(id);
    Field field = fields.get(index);
    return replace(
        index, new Field(field.id(), field.label(), field.input().with(text), field.error()));
  }

  public Form notice(Notice said) {
    return new Form(title, fields, focus, said);
  }

  /** The same form with an error beside that field, and the caret there if it is the first. */
  public Form fault(String id, String error) {
    int index = indexOf(id);
    boolean first = fields.stream().allMatch(field -> field.error().isEmpty());
    Field field = fields.get(index);
    Form marked = replace(index, new Field(field.id(), field.label(), field.input(), error));
    return first ? marked.focusOn(index) : marked;
  }

  public boolean isFaulty() {
    return fields.stream().anyMatch(field -> !field.error().isEmpty());
  }

  public Form unmarked() {
    return map(field -> new Field(field.id(), field.label(), field.input(), ""))
        .notice(Notice.NONE);
  }

  public Form forgetPasswords() {
    return map(
        field ->
            field.input().secret()
                ? new Field(field.id(), field.label(), TextField.empty(true), field.error())
                : field);
  }

  public boolean has(String id) {
    return fields.stream().anyMatch(field -> field.id().equals(id));
  }

  private int indexOf(String id) {
    for (int index = 0; index < fields.size(); index++) {
      if (fields.get(index).id().equals(id)) {
        return index;
      }
    }
    throw new IllegalArgumentException("this form has no field " + id);
  }

  private Form map(UnaryOperator<Field> change) {
    return new Form(title, fields.stream().map(change).toList(), focus, notice);
  }

  private Form replace(int index, Field field) {
    List<Field> changed = new ArrayList<>(fields);
    changed.set(index, field);
    return new Form(title, changed, focus, notice);
  }
}
