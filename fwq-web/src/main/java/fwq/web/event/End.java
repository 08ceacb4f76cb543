package fwq.web.event;

/** Why a stream ends for good. */
public enum End {
  /** The guest has logged out. */
  LOGOUT,
  /** The guest is served elsewhere now: another login, another web process, a newer tab. */
  ELSEWHERE,
  /** The login has ended: log in again. */
  EXPIRED,
  /** This server closes. */
  CLOSED
}
