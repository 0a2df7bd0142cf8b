const EVERY_S = 2;
const PAUSE_MAX_S = 60;

// Asks, round after round, while somebody looks. One round at a time; the latest start counts.
export class Rounds {
  #round; // Asks everything once; is told how many rounds were before, and a signal to stop.
  #told; // Is told the refusal of a round and the seconds until the next, or nothing and EVERY_S.
  #stop = new AbortController();
  #timer = 0;
  #failed = 0;
  #number = 0;
  #isOn = false;

  constructor(round, told) {
    this.#round = round;
    this.#told = told;
    document.addEventListener('visibilitychange', () => {
      if (!this.#isOn) return;
      if (document.hidden) this.#cease();
      else this.#begin();
    });
    window.addEventListener('online', () => {
      if (this.#isOn && !document.hidden) this.#begin();
    });
  }

  // Begins anew, at once.
  start() {
    this.#cease();
    this.#isOn = true;
    this.#number = 0;
    this.#failed = 0;
    if (!document.hidden) this.#begin();
  }

  stop() {
    this.#isOn = false;
    this.#cease();
  }

  #cease() {
    clearTimeout(this.#timer);
    this.#stop.abort();
  }

  #begin() {
    this.#cease();
    this.#stop = new AbortController();
    this.#go(this.#stop.signal);
  }

  async #go(stopped) {
    const refused = await this.#ask(stopped);
    if (stopped.aborted) return;
    if (refused && !refused.isForNow) {
      this.stop();
      this.#told(refused, null);
      return;
    }
    const pause = this.#pause(refused);
    this.#timer = setTimeout(() => this.#go(stopped), pause * 1000);
    this.#told(refused, pause);
  }

  async #ask(stopped) {
    try {
      await this.#round(this.#number, stopped);
      this.#number += 1;
      return null;
    } catch (failure) {
      if (stopped.aborted) return null;
      if (failure.status === undefined) throw failure;
      return failure;
    }
  }

  // Longer with each refusal; not all pages at the same moment.
  #pause(refused) {
    this.#failed = refused ? this.#failed + 1 : 0;
    if (!refused) return EVERY_S;
    const longer = Math.min(PAUSE_MAX_S, EVERY_S * 2 ** (this.#failed - 1));
    return Math.min(PAUSE_MAX_S, Math.max(longer, refused.retryAfter)) * (1 + Math.random() / 4);
  }
}
