// Whether what happens can be written down: while it cannot, everybody is told, and one small write a second finds out when it
// works again. Nothing is acknowledged in between; that is the business of those who write.
import type { Millis } from '#domain/ids.ts';
import type { FailureReason, Journal, JournalFailure } from '#db/journal.ts';

export interface StorageTrouble {
  readonly since: Millis;
  readonly reason: FailureReason;
}

const tryEveryMs = 1000;

export class StorageWatch {
  /** Null while writing works. */
  trouble: StorageTrouble | null = null;
  private readonly journal: Journal;
  private readonly now: () => Millis;
  private readonly listeners = new Set<() => void>();

  constructor(journal: Journal, now: () => Millis) {
    this.journal = journal;
    this.now = now;
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Called by whoever could not write; one of unknown outcome ends the process. */
  failed(failure: JournalFailure): void {
    if (failure.isUnknown)
      // Out of every handler that would go on: nobody can say what is on the disk, and only reading it again can tell.
      return void setImmediate(() => {
        throw failure;
      });
    if (this.trouble !== null) return;
    this.change({ since: this.now(), reason: failure.reason });
    this.tryAgainSoon();
  }

  private tryAgainSoon(): void {
    setTimeout(() => this.tryAgain(), tryEveryMs).unref();
  }

  private tryAgain(): void {
    try {
      this.journal.tryWriting();
    } catch (error) {
      const failure = error as JournalFailure;
      if (failure.isUnknown) throw failure;
      return this.tryAgainSoon();
    }
    this.change(null);
  }

  private change(trouble: StorageTrouble | null): void {
    this.trouble = trouble;
    this.listeners.forEach((listener) => listener());
  }
}
