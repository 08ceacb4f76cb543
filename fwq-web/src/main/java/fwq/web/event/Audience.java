package fwq.web.event;

/** Who watches a park. */
public enum Audience {
  /** Guests with a login: they see names, as the map shows them. */
  GUESTS,
  /** Anybody: counts only. */
  PUBLIC
}
