// The registry of presets, in the order in which they are offered.
import { communityFinal } from './community-final.ts';
import type { Preset } from './preset.ts';
import { roadshow } from './roadshow.ts';
import { singing } from './singing.ts';
import { skit } from './skit.ts';
import { speech } from './speech.ts';
import { strict } from './strict.ts';

export const presets: readonly Preset[] = [communityFinal, roadshow, speech, singing, skit, strict];
