/** Two short tones, made here: no file to load. */

/** @type {AudioContext | null} */
let context = null;

/** Browsers allow sound only after a click; this is called in one. */
export function prepare() {
  if ('AudioContext' in window) {
    context ??= new AudioContext();
    void context.resume();
  }
}

/** Two tones, or nothing where sound is not allowed. */
export function beep() {
  if (context?.state !== 'running') {
    return;
  }
  for (const [hertz, after] of [[660, 0], [880, 0.18]]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const from = context.currentTime + after;
    volume.gain.setValueAtTime(0.15, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.35);
    tone.frequency.value = hertz;
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + 0.35);
  }
}
