/** Holds the picture still, for who wants to look at it in peace; any step goes on. */
export class Pause {
  #visit;
  /** @type {{frame: import('../types.js').Frame | null, me: import('../types.js').Me} | null} */
  #held = null;

  /** @param {import('../guest/visit.js').Visit} visit */
  constructor(visit) {
    this.#visit = visit;
  }

  get is() {
    return this.#held !== null;
  }

  get frame() {
    return this.#held?.frame ?? this.#visit.frame;
  }

  get me() {
    return this.#held?.me ?? this.#visit.me;
  }

  toggle() {
    this.#held = this.is ? null : { frame: this.#visit.frame, me: this.#visit.me };
  }

  end() {
    this.#held = null;
  }
}
