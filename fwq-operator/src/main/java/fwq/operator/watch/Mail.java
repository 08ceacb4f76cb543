package fwq.operator.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been heard since the last time.
 *
 * @param parks how many parks there are; 0 while that is not known
 * @param sightings frames, at most one of each park
 * @param ends the end offset of each park's guests' records, where it is known
 * @param trouble why nothing can be heard, as half a sentence
 */
record Mail(
    int parks, List<Sighting> sightings, Map<Integer, Long> ends, Optional<String> trouble) {
  Mail {
    sightings = List.copyOf(sightings);
    ends = Map.copyOf(ends);
  }
}
