// What set-up says: the frame around the steps and the fields inside them, as one table.
import { fieldWords } from './set-up-fields.ts';
import { frameWords } from './set-up-frame.ts';

export const setUpWords = {
  'zh-CN': { ...frameWords['zh-CN'], ...fieldWords['zh-CN'] },
  en: { ...frameWords.en, ...fieldWords.en },
};
