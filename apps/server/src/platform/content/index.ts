import { checkContent, loadContent } from '@forest/rules';
import { StartupFault } from '../startup-fault.ts';
import { type Content, contentOf } from './content.ts';
import { contentFolder, readFolder } from './read-folder.ts';

export { citedArticle } from './cited-article.ts';
export { type Content, contentOf } from './content.ts';
export type { District, Rung, SourceRank } from './district.ts';
export { contentFolder, readFolder } from './read-folder.ts';

/** Enough to find the trouble; `forest content check` shows all. */
const SHOWN = 20;

/**
 * Reads and checks a content folder.
 * @throws StartupFault with file, line and remedy of what is wrong: a server with half its rules would judge wrongly.
 */
export function readContent(folder: string): Content {
  const files = readFolder(folder);
  const library = loadContent(files);
  const errors = checkContent(library).filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) {
    const shown = errors.slice(0, SHOWN);
    const rest = errors.length - shown.length;
    const lines = (language: 'zh' | 'en') =>
      shown
        .map(({ file, line, message, remedy }) => `${file}:${line} ${message[language]} ${remedy[language]}`)
        .join('\n');
    throw new StartupFault({
      zh: `内容有 ${errors.length} 处错误，不能启动：\n${lines('zh')}${rest > 0 ? `\n……另有 ${rest} 处。` : ''}`,
      en: `The content has ${errors.length} errors, so the server does not start:\n${lines('en')}${rest > 0 ? `\n… and ${rest} more.` : ''}`,
    });
  }
  return contentOf(library, files);
}

let kept: Content | undefined;

/** The program's content, read from disk on first use and kept; the library context asks for it at the start. */
export function programContent(): Content {
  kept ??= readContent(contentFolder);
  return kept;
}
