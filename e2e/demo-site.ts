import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { App } from '../apps/server/src/app.ts';
import { prepareDemo } from '../apps/server/src/demo/index.ts';
import { startTestDatabase } from '../apps/server/src/testing/index.ts';
import { startTestApp } from '../apps/server/src/testing/test-app.ts';
import { launchBrowser } from './browser.ts';

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

const DEMO_PASSWORD = 'Forest-Demo-2026';

/** The whole program with a small demonstration district, and a browser in front of it. */
export interface DemoSite {
  url: string;
  app: App;
  /** A page of somebody who has signed in with this demonstration account; script errors are collected in `errors`. */
  pageOf(username: string, size?: { width: number; height: number }): Promise<Page>;
  errors: string[];
  close(): Promise<void>;
}

export async function startDemoSite(count = 240): Promise<DemoSite> {
  const database = await startTestDatabase();
  const app = await startTestApp(database, { settings: { demo: true } });
  await prepareDemo(app.platform, { district: app.platform.settings.district, count });
  const browser: Browser = await launchBrowser();
  const errors: string[] = [];
  const contexts: BrowserContext[] = [];
  const pageOf: DemoSite['pageOf'] = async (username, size = WIDE) => {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const answer = await context.request.post(`${app.url}/api/auth/sign-in/username`, {
      data: { username, password: DEMO_PASSWORD },
    });
    if (!answer.ok()) throw new Error(`sign-in of ${username} answered ${answer.status()}`);
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    return page;
  };
  const close = async () => {
    for (const context of contexts) await context.close();
    await browser.close();
    await app.close();
    await database.close();
  };
  return { url: app.url, app, pageOf, errors, close };
}
