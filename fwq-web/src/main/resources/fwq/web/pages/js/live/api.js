const TIMEOUT_MS = 15_000;

/** The server's refusal, by its code; AWAY when it did not answer at all. */
export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {number} status of HTTP; 0 without an answer
   * @param {{field?: string, retryAfter?: number}} [more] retryAfter in seconds
   */
  constructor(code, status, more = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.field = more.field;
    this.retryAfter = more.retryAfter;
  }

  /** Whether the session has ended, so that the guest must log in again. */
  get isLoggedOut() {
    return this.status === 401 && this.code !== 'WRONG_CREDENTIALS';
  }

  /** Whether it is worth asking the same again by itself. */
  get isAway() {
    return this.status === 0 || this.code === 'REGISTRY_AWAY' || this.status === 502 || this.status === 504;
  }
}

/**
 * Asks the server, and gives what it answers or throws a {@link Refusal}.
 * @param {string} path such as /app/me
 * @param {object} [body] with one it is a POST
 * @returns {Promise<any>}
 */
export async function ask(path, body) {
  const answer = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new Refusal('AWAY', 0);
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const { code = 'UNKNOWN', field, retryAfter } = json?.error ?? {};
    const header = Number(answer.headers.get('Retry-After')) || undefined;
    throw new Refusal(code, answer.status, { field, retryAfter: retryAfter ?? header });
  }
  return json ?? {};
}
