import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, overflows, settle } from './checks.ts';
import { type DemoSite, PHONE, startDemoSite, WIDE } from './demo-site.ts';

/** Every page by who may see it. A new page adds one line. */
const PAGES: Record<string, string[]> = {
  'demo-staff': [
    '/',
    '/enterprises',
    '/enterprises?state=active&registeredFrom=2020-01-01&sort=revenue&order=desc',
    '/enterprises/1?rule=hnte',
    '/enterprises/1?fact=sales&year=2025',
    '/imports',
    '/reviews',
    '/conflicts',
    '/duplicates',
    '/organisation',
    '/ladder',
    '/near-misses',
    '/verdicts',
    '/calendar',
    '/movement',
    '/censuses',
    '/rules',
    '/rules/hnte',
    '/account',
    '/nowhere',
  ],
  'demo-security': ['/', '/users', '/account'],
  'demo-audit': ['/', '/audit'],
  'demo-expert': ['/', '/enterprises'],
};

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite();
});
afterAll(() => site?.close());

describe.each([
  ['wide', WIDE],
  ['phone', PHONE],
])('on a %s screen', (name, size) => {
  it.each(Object.keys(PAGES))('every page of %s is free of WCAG 2.1 AA faults and fits the window', async (user) => {
    const page = await site.pageOf(user, size);
    const faults: Record<string, string[]> = {};
    for (const path of PAGES[user] ?? []) {
      await page.goto(site.url + path);
      await settle(page);
      const found = await accessibilityFaults(page);
      if (await overflows(page)) found.push('wider than the window');
      if (found.length) faults[path] = found;
      await keepPicture(page, `${name}-${user}-${path.replace(/\W+/g, '_')}`);
    }
    expect(faults).toEqual({});
    expect(site.errors).toEqual([]);
  });

  it('dark, by choice, is as readable', async () => {
    const page = await site.pageOf('demo-staff', size);
    await page.addInitScript(() => localStorage.setItem('forest.appearance', 'dark'));
    const faults: Record<string, string[]> = {};
    for (const path of ['/', '/enterprises', '/enterprises/1?rule=hnte']) {
      await page.goto(site.url + path);
      await settle(page);
      const found = await accessibilityFaults(page);
      if (found.length) faults[path] = found;
      await keepPicture(page, `${name}-dark-${path.replace(/\W+/g, '_')}`);
    }
    expect(faults).toEqual({});
  });
});

it('draws Chinese in its own font', async () => {
  const page = await site.pageOf('demo-staff');
  await page.goto(`${site.url}/enterprises`);
  await settle(page);
  expect(await page.evaluate(() => document.fonts.check('14px "Noto Sans SC Variable"', '企业'))).toBe(true);
});
