// A whole final in Chinese as its people live it: one operator, seven judges, a big screen, a host, a phone.
import { test } from '@playwright/test';
import { playWholeDay } from './kit/whole-day.ts';

test.setTimeout(600_000);

test('the sample final is played from the start page to the published ranking', async ({ browser }) => {
  await playWholeDay(browser, 'zh-CN', 2023);
});
