package fwq.tui;

import java.util.List;

/**
 * What a page says where there are only lines: to scripts, and to those who have a screen read out.
 *
 * @param report all there is to know, said when somebody comes or asks for it with an empty line
 * @param news what is said by itself whenever it is another sentence; empty sentences are not said
 * @param question what the next line answers; empty while the next line has to wait
 * @param secret whether that line must not be seen
 */
public record Spoken(List<String> report, List<String> news, String question, boolean secret) {
  public Spoken {
    report = List.copyOf(report);
    news = List.copyOf(news);
  }

  public static Spoken of(Form form, List<String> report) {
    Form.Field field = form.fields().get(form.focus());
    String before = field.input().secret() ? "" : field.input().text();
    return new Spoken(
        report,
        List.of(form.notice().text(), field.error()),
        field.label() + (before.isEmpty() ? "" : " [" + before + "]"),
        field.input().secret());
  }

  /** The same, before the next line can be answered. */
  public Spoken waiting() {
    return new Spoken(report, news, "", false);
  }

  /** The keys that a line means on a form: what is typed, if anything, and on to the next field. */
  public static List<Key> keys(Form form, String line) {
    Key next = form.focus() == form.fields().size() - 1 ? Key.Named.ENTER : Key.Named.TAB;
    return line.isEmpty() ? List.of(next) : List.of(Key.Named.ERASE, new Key.Pasted(line), next);
  }
}
