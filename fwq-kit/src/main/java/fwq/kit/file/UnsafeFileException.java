package fwq.kit.file;

import java.io.IOException;

/** Somebody else may have had, or may have put there, what the file holds. */
public final class UnsafeFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says why, and what to do, in a sentence that names the file. */
  UnsafeFileException(String sentence) {
    super(sentence);
  }
}
