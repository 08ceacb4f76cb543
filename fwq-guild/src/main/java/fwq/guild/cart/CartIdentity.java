package fwq.guild.cart;

import fwq.common.park.Plate;
import fwq.common.talk.guild.GuildRequest;
import fwq.kit.json.Secret;

/**
 * Whose cart it is.
 *
 * @param restock what a delivery brings
 */
record CartIdentity(
    int park,
    Plate plate,
    String name,
    String surname,
    Secret nationalId,
    Secret email,
    boolean premium,
    int restock) {
  GuildRequest.Join join() {
    return new GuildRequest.Join(park, name, surname, nationalId, email, plate, premium, restock);
  }
}
