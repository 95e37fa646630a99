// What a judge sets for the own eyes and hands on this tablet: paper or dim, right or left hand, scores hidden or not.
import { deviceStorage } from '#client-kit/device-storage.ts';

const storage = deviceStorage();
const key = 'liangfen.judge.preferences';

class Preferences {
  isDim = $state(false);
  isLeftHanded = $state(false);
  areScoresHidden = $state(false);

  constructor() {
    const kept = storage.read(key) ?? '';
    this.isDim = kept.includes('dim');
    this.isLeftHanded = kept.includes('left');
    this.areScoresHidden = kept.includes('hidden');
    this.apply();
  }

  change(what: 'isDim' | 'isLeftHanded' | 'areScoresHidden'): void {
    this[what] = !this[what];
    const words = [this.isDim && 'dim', this.isLeftHanded && 'left', this.areScoresHidden && 'hidden'];
    storage.write(key, words.filter(Boolean).join(' '));
    this.apply();
  }

  private apply(): void {
    document.documentElement.dataset['theme'] = this.isDim ? 'dim' : 'paper';
  }
}

export const preferences = new Preferences();
