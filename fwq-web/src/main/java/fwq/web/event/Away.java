package fwq.web.event;

/** What can be away while the web is there. */
public enum Away {
  /** Nobody draws the park. */
  ENGINE,
  /** Nobody can log in or change a profile. */
  REGISTRY,
  /** Nothing can be heard or said. */
  BROKER
}
