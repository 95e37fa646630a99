// Where the audience's phones find the hall: asked of the server while a picture needs it, and again, because a computer can be
// plugged into another network in the middle of the day.

const everyMs = 10_000;

export class HallAddress {
  /** `http://192.168.1.20:8081`; null while nobody knows. */
  address = $state<string | null>(null);

  /** @returns what ends the asking. */
  watch(): () => void {
    void this.ask();
    const asking = setInterval(() => void this.ask(), everyMs);
    return () => clearInterval(asking);
  }

  private async ask(): Promise<void> {
    try {
      const response = await fetch('/api/addresses', { credentials: 'same-origin', cache: 'no-store' });
      const { hall } = (await response.json()) as { readonly hall: string | null };
      if (response.ok) this.address = hall;
    } catch {
      // The code that is on the screen stays right while the server is away.
    }
  }
}
