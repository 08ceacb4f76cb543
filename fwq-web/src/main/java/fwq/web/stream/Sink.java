package fwq.web.stream;

/** Where one browser's events go. Neither method waits for the browser. */
public interface Sink {
  /** The first piece, which has to come before any other. */
  void begin(String text);

  /** Sends this as soon as the browser takes it, if nothing newer of its slot replaces it. */
  void send(Slot slot, Block block);
}
