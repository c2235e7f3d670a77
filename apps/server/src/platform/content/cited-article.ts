import type { RawRule } from '@forest/rules';

/** `mgmt 第十三条` as content cites it → the document's number and the article. */
export function citedArticle(rule: Pick<RawRule, 'documents'>, article: unknown): string {
  const text = typeof article === 'string' ? article.trim() : '';
  const [key = '', ...rest] = text.split(/\s+/);
  const document = rule.documents?.[key];
  return document ? [document.number ?? document.title, ...rest].join(' ') : text;
}
