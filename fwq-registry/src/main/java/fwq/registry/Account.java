package fwq.registry;

import fwq.common.signing.Role;

/**
 * What a login needs to know.
 *
 * @param alias as registered
 * @param passwordHash PHC string
 * @param shownAs what others see on the map, or empty
 * @param role what the guest may do beside visiting the park
 */
record Account(String alias, String passwordHash, String shownAs, Role role) {
  @Override
  public String toString() {
    return alias;
  }
}
