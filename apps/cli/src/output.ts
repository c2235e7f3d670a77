import type { Text } from '@forest/domain';

/** Exit codes, the same for every command; documented in the README. */
export const exitCode = { done: 0, failed: 1, usage: 2, badInput: 3, notAllowed: 4 } as const;

export type Language = 'zh' | 'en';

/** What every command may say, wherever it stands: JSON for programs, sentences for people. */
export interface Output {
  json: boolean;
  language: Language;
  /** Sentences for a person; silent under --json. */
  say(text: Text): void;
  /** The command's result: printed as JSON under --json, else as `lines` (or nothing, when there is nothing more to say). */
  result(value: unknown, lines?: readonly string[]): void;
  /** One line that is overwritten on a terminal; elsewhere one line for each text, when it begins. */
  progress(share: number, text: Text): void;
}

export function createOutput(options: { json: boolean; language: Language }): Output {
  const terminal = process.stderr.isTTY === true && !options.json;
  let open = false;
  let begun = '';
  const close = () => {
    if (open) process.stderr.write('\n');
    open = false;
  };
  return {
    ...options,
    say(text) {
      close();
      if (!options.json) process.stdout.write(`${text[options.language]}\n`);
    },
    result(value, lines = []) {
      close();
      process.stdout.write(
        options.json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
      );
    },
    progress(share, text) {
      if (!terminal) {
        if (!options.json && begun !== text.zh) process.stderr.write(`${text[options.language]}\n`);
        begun = text.zh;
        return;
      }
      open = share < 1;
      const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
      process.stderr.write(
        `\r\u001b[2K${bar} ${String(Math.floor(share * 100)).padStart(3)} % ${text[options.language]}${open ? '' : '\n'}`,
      );
    },
  };
}

/** A refusal that a person can act on; carries the exit code. */
export class CommandFault extends Error {
  readonly text: Text;
  readonly code: number;

  constructor(text: Text, code: number = exitCode.failed) {
    super(text.en);
    this.text = text;
    this.code = code;
  }
}
