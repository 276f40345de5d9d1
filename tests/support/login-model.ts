/** What a login may do, in so few words that it can be checked by reading: the model that the real one is held against. */
import { holds } from "@/lib/kernel/clock";
import { minutes, seconds } from "@/lib/kernel/duration";
import type { ProofMethod } from "@/lib/two-factor/method";

export type ModelLogin = {
  token: string;
  openedAt: Date;
  tries: number;
  /** The code that may still be entered, and the ones that it replaced. */
  live: { code: string; sentAt: Date } | null;
  older: string[];
  /** Whether both proofs were given, or the policy asked for one only. */
  proven: boolean;
  cancelled: boolean;
  redeemedAt: Date | null;
};

export class LoginModel {
  logins: ModelLogin[] = [];
  switchedOn = true;
  sessions = 0;
  /** The last step that was accepted, or burnt because its code told of a wrong clock. */
  private lastStep = 0;
  private readonly usedRecoveryCodes = new Set<string>();

  /** A right password opens a login; where two-factor login is off, nothing else is asked for. */
  open(token: string, at: Date): void {
    this.logins.push({
      token,
      openedAt: at,
      tries: 5,
      live: null,
      older: [],
      proven: !this.switchedOn,
      cancelled: false,
      redeemedAt: null,
    });
  }

  isAlive(login: ModelLogin, at: Date): boolean {
    return !login.cancelled && !login.redeemedAt && holds(later(login.openedAt, minutes(10)), at);
  }

  /** A right password goes on with a login that has more than three of its ten minutes left. */
  isYoung(login: ModelLogin, at: Date): boolean {
    return holds(later(login.openedAt, minutes(7)), at);
  }

  /** Whether `login` waits for its second proof. */
  isOpen(login: ModelLogin, at: Date): boolean {
    return this.isAlive(login, at) && !login.proven && login.tries > 0;
  }

  sent(login: ModelLogin, code: string, sentAt: Date): void {
    if (login.live) login.older.push(login.live.code);
    login.live = { code, sentAt };
  }

  /** Whether `given` would prove the second step of `login`; `steps` are the app's step of that code, and now's. */
  proves(login: ModelLogin, method: ProofMethod, given: string, at: Date, steps?: [number, number]): boolean {
    if (!this.isOpen(login, at) || !this.switchedOn) return false;
    if (method === "email")
      return login.live?.code === given && holds(later(login.live.sentAt, seconds(90)), at);
    if (method === "recovery-code") return !this.usedRecoveryCodes.has(given);
    const [step, present] = steps ?? [0, 0];
    return Math.abs(step - present) <= 1 && step > this.lastStep;
  }

  /** Every answer to an open login costs a try, whatever comes of it. */
  answered(login: ModelLogin, at: Date): void {
    if (this.isOpen(login, at)) login.tries -= 1;
  }

  proved(login: ModelLogin, method: ProofMethod, given: string, step: number): void {
    login.proven = true;
    if (method === "email") login.live = null;
    if (method === "authenticator") this.lastStep = step;
    if (method === "recovery-code") this.usedRecoveryCodes.add(given);
  }

  /** Whether the app's code of `step`, which is refused, tells of a wrong clock: it is worth nothing later, either. */
  isClockOff(login: ModelLogin, at: Date, step: number, present: number): boolean {
    const off = Math.abs(step - present);
    return this.isOpen(login, at) && this.switchedOn && off >= 2 && off <= 4;
  }

  burnt(step: number): void {
    this.lastStep = Math.max(this.lastStep, step);
  }

  mayBeRedeemed(login: ModelLogin, at: Date): boolean {
    return login.proven && this.isAlive(login, at);
  }

  redeemed(login: ModelLogin, at: Date): void {
    login.redeemedAt = at;
    this.sessions += 1;
  }

  /** Asking again brings the same session, as long as an answer may have been lost. */
  isAnsweredAgain(login: ModelLogin, at: Date): boolean {
    return login.redeemedAt !== null && holds(later(login.redeemedAt, seconds(10)), at);
  }
}

const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);
