package fwq.trips.agency;

/** A seller cannot be asked just now; the text says why, for the operator. */
final class SellerAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  SellerAwayException(String sentence) {
    super(sentence);
  }

  SellerAwayException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
