// The same final in English: every page in the reader's language, the same numbers.
import { test } from '@playwright/test';
import { playWholeDay } from './kit/whole-day.ts';

test.setTimeout(600_000);

test('the sample final is played in English, from the start page to the published ranking', async ({ browser }) => {
  await playWholeDay(browser, 'en', 2024);
});
