/**
 * Whether a frame's id (epoch-seq) is newer than another's: a slow engine's frames are not shown
 * after those of the one that took over.
 * @param {string} id
 * @param {string | null} than
 */
export function isNewer(id, than) {
  if (than === null) {
    return true;
  }
  const [epoch, seq] = id.split('-').map(Number);
  const [thanEpoch, thanSeq] = than.split('-').map(Number);
  return epoch === thanEpoch ? seq > thanSeq : !(epoch < thanEpoch);
}
