package fwq.visitor.terminal;

import fwq.common.talk.registry.RegistryError;
import fwq.kit.json.ErrorReply;
import fwq.tui.Form;
import java.util.List;

/** Finds the place on a form for what is wrong. */
final class Faults {
  private Faults() {}

  /** Says what the registry refused: beside the field it concerns, or below the form. */
  static Form of(Texts texts, Form form, ErrorReply reply) {
    String sentence = texts.refusal(reply);
    String field = reply.is(RegistryError.ALIAS_TAKEN) ? "alias" : reply.field().orElse("");
    return form.has(field)
        ? form.fault(field, sentence)
        : form.notice(new Form.Notice(sentence, true));
  }

  /** Marks those of the fields that are empty. */
  static Form missing(Texts texts, Form form, List<String> fields) {
    Form marked = form;
    for (String field : fields) {
      if (form.value(field).isBlank()) {
        marked = marked.fault(field, texts.of("form.missing"));
      }
    }
    return marked;
  }

  /** Marks a password that was not typed twice in the same way. */
  static Form differing(Texts texts, Form form, String password, String again) {
    return form.value(password).equals(form.value(again))
        ? form
        : form.fault(again, texts.of("form.differing"));
  }
}
