package fwq.waitingtime.audit;

import java.util.ArrayList;
import java.util.List;

/** The fields of one line of CSV. A field may stand in quotes, in which two quotes are one. */
final class CsvLine {
  private CsvLine() {}

  static List<String> fields(String line) throws BadRowException {
    List<String> fields = new ArrayList<>(4);
    int place = 0;
    while (place <= line.length()) {
      int start = skipBlanks(line, place);
      int end;
      if (start < line.length() && line.charAt(start) == '"') {
        end = closingQuote(line, start + 1);
        fields.add(line.substring(start + 1, end).replace("\"\"", "\"").strip());
        end = skipBlanks(line, end + 1);
        if (end < line.length() && line.charAt(end) != ',') {
          throw new BadRowException("something behind a closing quote");
        }
      } else {
        int comma = line.indexOf(',', place);
        end = comma < 0 ? line.length() : comma;
        fields.add(line.substring(place, end).strip());
      }
      place = end + 1;
    }
    return fields;
  }

  private static int skipBlanks(String line, int place) {
    int next = place;
    while (next < line.length() && (line.charAt(next) == ' ' || line.charAt(next) == '\t')) {
      next++;
    }
    return next;
  }

  private static int closingQuote(String line, int from) throws BadRowException {
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '"') {
        if (i + 1 == line.length() || line.charAt(i + 1) != '"') {
          return i;
        }
        i++;
      }
    }
    throw new BadRowException("a quote that is not closed");
  }
}
