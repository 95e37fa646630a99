// The charge where the browser tells it; where it does not, nothing is shown and nothing guessed.
interface BatteryManager extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

class Battery {
  percent = $state<number | null>(null);
  isLow = $state(false);

  constructor() {
    const ask = (navigator as { getBattery?: () => Promise<BatteryManager> }).getBattery;
    ask?.call(navigator).then(
      (manager) => {
        const read = () => {
          this.percent = Math.round(manager.level * 100);
          this.isLow = manager.level < 0.2 && !manager.charging;
        };
        for (const event of ['levelchange', 'chargingchange']) manager.addEventListener(event, read);
        read();
      },
      () => undefined,
    );
  }
}

export const battery = new Battery();
