import type { Command } from 'commander';
import { CommandFault, createOutput, exitCode, type Language, type Output } from './output.ts';

/** Has a sentence in both languages: StartupFault of the server, refusals of use cases. */
interface Spoken {
  text: { zh: string; en: string };
}

const isSpoken = (error: unknown): error is Spoken =>
  typeof error === 'object' &&
  error !== null &&
  'text' in error &&
  typeof error.text === 'object' &&
  error.text !== null &&
  'zh' in error.text;

/** What stands behind a command: its arguments and options come typed by the command itself. */
export function action<Arguments extends unknown[]>(
  work: (output: Output, ...given: Arguments) => Promise<void>,
): (this: Command, ...given: Arguments) => Promise<void> {
  return async function (this: Command, ...given) {
    const { json = false, lang } = this.optsWithGlobals<{ json?: boolean; lang?: string }>();
    const output = createOutput({ json, language: languageOf(lang) });
    try {
      await work(output, ...given);
    } catch (error) {
      process.exitCode = error instanceof CommandFault ? error.code : exitCode.failed;
      const text = isSpoken(error) ? error.text : null;
      if (json) output.result({ error: text ?? { zh: String(error), en: String(error) } });
      else
        process.stderr.write(
          `${text ? text[output.language] : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
        );
    }
  };
}

/** Chinese first; English when asked for, or when the terminal speaks English. */
function languageOf(asked: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  return /^en/i.test(process.env.LANG ?? '') ? 'en' : 'zh';
}
