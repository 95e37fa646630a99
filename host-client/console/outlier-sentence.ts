// "评委 3 的总分比其他评委的平均分低 12.40 分": the distance, and nothing about the judge.
import { partsWords } from '#client-kit/wording/console-parts.ts';
import { sayFrom } from '#client-kit/wording/say.svelte.ts';
import type { OperatorView, OutlierRow } from '#domain/roles/operator-view.ts';
import { judgeName } from './names.ts';

const say = sayFrom(partsWords);

export const outlierSentence = (view: OperatorView, { seat, by, isBelow }: OutlierRow): string =>
  say(isBelow ? 'outlier.below' : 'outlier.above', { judge: judgeName(view, seat), by });
