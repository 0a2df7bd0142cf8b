import * as token from './token.js';

const PATIENCE_MS = 10_000;

// What was answered instead. The status is 0 where nobody answered.
export class Refused extends Error {
  constructor(status, message, retryAfter = 0) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  // 502 and 504 are a proxy's, while nobody is behind it.
  get isForNow() {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

// A GET that is asked again and again: what has not changed is not sent again.
export class Question {
  #tag = '';

  constructor(path) {
    this.path = path;
  }

  // Null where it is as it was.
  async ask(stopped) {
    const answer = await this.#send(stopped);
    if (answer.status === 304) return null;
    if (!answer.ok) throw await refused(answer);
    const body = await answer.json().catch(() => { throw new Refused(0, 'The answer broke off'); });
    this.#tag = answer.headers.get('ETag') ?? '';
    return body;
  }

  async #send(stopped) {
    // What is no token at all cannot be sent as one.
    if (!/^[\w.~+/=-]+$/.test(token.get())) throw new Refused(401, 'No token');
    const headers = { Accept: 'application/json', Authorization: `Bearer ${token.get()}` };
    if (this.#tag) headers['If-None-Match'] = this.#tag;
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      return await fetch(new URL(this.path, document.baseURI), { headers, signal });
    } catch (failure) {
      stopped.throwIfAborted();
      throw new Refused(0, failure.message);
    }
  }
}

async function refused(answer) {
  const problem = await answer.json().catch(() => ({}));
  const seconds = Number(answer.headers.get('Retry-After') ?? problem.retry_after);
  return new Refused(answer.status, problem.detail ?? `status ${answer.status}`, seconds || 0);
}
