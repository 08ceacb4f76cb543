const LIMIT_MS = 30 * 60_000;
const TELL_MS = 5 * 60_000;
const LOOK_MS = 15_000;

/** Whether somebody is at the desk: says so now and then, and once when nobody was for half an hour. */
export class Idleness {
  #lastAt = performance.now();
  #toldAt = performance.now();
  #begun = false;

  /** @param {() => void} present @param {() => void} gone */
  constructor(present, gone) {
    for (const kind of ['pointerdown', 'keydown']) {
      document.addEventListener(kind, () => (this.#lastAt = performance.now()), { passive: true });
    }
    setInterval(() => {
      const now = performance.now();
      if (this.#begun && now - this.#lastAt >= LIMIT_MS) {
        this.#begun = false;
        gone();
      } else if (this.#begun && this.#lastAt > this.#toldAt && now - this.#toldAt >= TELL_MS) {
        this.#toldAt = now;
        present();
      }
    }, LOOK_MS);
  }

  /** Whether nobody did anything lately, so that nothing is asked in an operator's name. */
  get is() {
    return performance.now() - this.#lastAt >= TELL_MS;
  }

  begin() {
    this.#begun = true;
    this.#lastAt = performance.now();
    this.#toldAt = this.#lastAt;
  }

  end() {
    this.#begun = false;
  }
}
