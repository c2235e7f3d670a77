import { type App, type DemoStep, prepareDemo, startPlatform } from '@forest/server';
import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { action } from '../run.ts';

interface StartOptions {
  port: string;
  host: string;
  data: string;
  demo: boolean;
  log: boolean;
}

/** `forest start`: the whole platform; with `--demo` an empty district is filled with synthetic enterprises. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('启动平台 · run the platform')
    .option('--port <number>', '端口 · port', process.env.PORT ?? '8080')
    .option('--host <address>', '监听地址 · address to listen on', process.env.HOST ?? '127.0.0.1')
    .option('--data <folder>', '数据目录 · data folder', process.env.FOREST_DATA ?? 'data')
    .option('--demo', '区内无企业时装入演示数据 · load the demonstration into an empty district', false)
    .option('--log', '打印运行日志 · print the structured log', false)
    .action(action<[StartOptions]>(start));
}

async function start(output: Output, { port, host, data, demo, log }: StartOptions): Promise<void> {
  output.say({ zh: '正在启动数据库……', en: 'Starting the database …' });
  const app = await startPlatform({ dataDir: data, host, port: Number(port), log: log ? 'info' : false });
  stopOnSignal(app, output);
  if (demo) await loadDemonstration(app, output);
  const accounts = await demoAccounts(app);
  output.result({ url: app.url, accounts }, [
    '',
    output.language === 'zh' ? `科创森林已就绪：${app.url}` : `Kechuang Forest is ready: ${app.url}`,
    ...accountLines(accounts, output),
    output.language === 'zh' ? '按 Ctrl-C 停止。' : 'Press Ctrl-C to stop.',
  ]);
}

async function loadDemonstration(app: App, output: Output): Promise<void> {
  const words: Record<DemoStep, (detail: string) => { zh: string; en: string }> = {
    enterprises: () => ({ zh: '装入演示企业', en: 'loading synthetic enterprises' }),
    census: (date) => ({ zh: `普查 ${date}`, en: `census of ${date}` }),
  };
  const { district } = app.platform.settings;
  await prepareDemo(app.platform, {
    district,
    progress: (step, share, detail) => output.progress(share, words[step](detail)),
  });
}

interface DemoAccount {
  username: string;
  password: string;
  role: { zh: string; en: string };
}

/** Asked over HTTP, as the sign-in page does: what is printed is what works. */
async function demoAccounts(app: App): Promise<DemoAccount[]> {
  const answer = await fetch(new URL('/api/v1/sign-in-options', app.url));
  if (!answer.ok) return [];
  const { demoAccounts: accounts = [] } = (await answer.json()) as { demoAccounts?: DemoAccount[] };
  return accounts;
}

function accountLines(accounts: readonly DemoAccount[], { language }: Output): string[] {
  if (accounts.length === 0) return [];
  return [
    language === 'zh' ? '演示账号（数据均为合成）：' : 'Demonstration accounts (all data are synthetic):',
    ...accounts.map(({ username, password, role }) => `  ${username.padEnd(18)} ${password}  ${role[language]}`),
  ];
}

/** One press of Ctrl-C arrives twice under npm: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 3000;

/** The first signal closes in order; another one, later, ends at once. */
function stopOnSignal(app: App, output: Output): void {
  let closingSince: number | null = null;
  const stop = async () => {
    if (closingSince !== null) {
      if (performance.now() - closingSince > SAME_PRESS_MS) process.exit(130);
      return;
    }
    closingSince = performance.now();
    output.say({ zh: '正在停止……', en: 'Stopping …' });
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}
