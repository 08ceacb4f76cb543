import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what {@code tmux capture-pane -e} has kept: {@code java ToSvg.java SCREEN OUT COLUMNS}.
 */
final class ToSvg {
  private static final double COLUMN = 8.43;
  private static final int ROW = 18;
  private static final int EDGE = 8;
  private static final String PAPER = "#101216";
  private static final String INK = "#d4d4d4";

  /** The looks that follow, or a text. */
  private static final Pattern PART =
      Pattern.compile("\033\\[([0-9;]*)m|([^\033]+)|\033\\(B");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private static final List<String> SIXTEEN =
      List.of(
          "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
          "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff");

  private final StringBuilder svg = new StringBuilder();
  private String ink = INK;
  private String paper = PAPER;
  private boolean bold;
  private boolean faint;
  private boolean inverse;

  private ToSvg() {}

  public static void main(String... args) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    Files.writeString(Path.of(args[1]), new ToSvg().draw(lines, Integer.parseInt(args[2])));
  }

  private String draw(List<String> lines, int columns) {
    double width = columns * COLUMN + 2 * EDGE;
    int height = lines.size() * ROW + 2 * EDGE;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %d\" font-size=\"14\""
            + " font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\">%n",
        width, height);
    add("<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"%s\"/>%n", PAPER);
    for (int row = 0; row < lines.size(); row++) {
      int column = 0;
      Matcher part = PART.matcher(lines.get(row));
      while (part.find()) {
        if (part.group(1) != null) {
          looks(part.group(1));
        } else if (part.group(2) != null) {
          text(row, column, part.group(2));
          column += part.group(2).length();
        }
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private void text(int row, int column, String text) {
    double x = EDGE + column * COLUMN;
    double width = text.length() * COLUMN;
    int y = EDGE + row * ROW;
    String front = inverse ? paper : ink;
    String back = inverse ? ink : paper;
    if (!back.equals(PAPER)) {
      add(
          "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\"/>%n",
          x, y, width, ROW, back);
    }
    if (!text.isBlank()) {
      int lead = text.length() - text.stripLeading().length();
      String shown = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      add(
          "<text x=\"%.2f\" y=\"%.1f\" fill=\"%s\"%s%s textLength=\"%.2f\""
              + " xml:space=\"preserve\">%s</text>%n",
          x + lead * COLUMN, y + 13.5, front, bold ? " font-weight=\"bold\"" : "",
          faint ? " opacity=\"0.6\"" : "", text.strip().length() * COLUMN, shown);
    }
  }

  private void looks(String codes) {
    List<Integer> all =
        NUMBER.matcher(codes).results().map(it -> Integer.valueOf(it.group())).toList();
    if (all.isEmpty()) {
      plain();
    }
    for (int at = 0; at < all.size(); at++) {
      int code = all.get(at);
      if ((code == 38 || code == 48) && all.get(at + 1) == 5) {
        set(code == 38, colour(all.get(at + 2)));
        at += 2;
        continue;
      }
      switch (code) {
        case 0 -> plain();
        case 1 -> bold = true;
        case 2 -> faint = true;
        case 7 -> inverse = true;
        case 22 -> bold = faint = false;
        case 27 -> inverse = false;
        case 39 -> ink = INK;
        case 49 -> paper = PAPER;
        default -> {
          if (code >= 30 && code < 48) {
            set(code < 38, colour(code % 10));
          } else if (code >= 90 && code < 108) {
            set(code < 98, colour(8 + code % 10));
          }
        }
      }
    }
  }

  private void plain() {
    ink = INK;
    paper = PAPER;
    bold = faint = inverse = false;
  }

  private void set(boolean front, String colour) {
    if (front) {
      ink = colour;
    } else {
      paper = colour;
    }
  }

  /** One of xterm's 256. */
  private static String colour(int number) {
    if (number < 16) {
      return SIXTEEN.get(number);
    }
    if (number >= 232) {
      int grey = 8 + 10 * (number - 232);
      return "#%02x%02x%02x".formatted(grey, grey, grey);
    }
    int cube = number - 16;
    return "#%02x%02x%02x".formatted(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
  }

  private static int level(int sixth) {
    return sixth == 0 ? 0 : 55 + 40 * sixth;
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
