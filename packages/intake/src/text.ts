/**
 * Full-width letters, digits and signs to half-width, every kind of blank to a plain one, ends trimmed. Han characters
 * and Han punctuation other than the full-width ASCII block are left alone.
 */
export function tidy(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(fullWidth, narrow).replace(blanks, ' ').trim();
}

/** What needs no work at all: no blank at either end, nothing full-width. Most cells of a ledger. */
const plain = /^(?:[!-~\u3001-\uFEFE](?:[ -~\u3001-\uFEFE]*[!-~\u3001-\uFEFE])?)?$/;
const fullWidth = /[\uFF01-\uFF5E]/g;
const blanks = /[\s\u00A0\u200B\uFEFF\u3000]+/g;

function narrow(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

/**
 * The same enterprise is written `南京林洋（中国）公司`, `南京林洋(中国)公司` and with stray blanks: one key for all.
 * Letters are folded to capitals, brackets of every shape to one pair.
 */
export function nameKey(name: string): string {
  return tidy(name)
    .replaceAll(/[〔【[{]/g, '(')
    .replaceAll(/[〕】\]}]/g, ')')
    .replaceAll(/[\s·•.。]/g, '')
    .toUpperCase();
}

/** Addresses differ by blanks, province and city in front, brackets and hyphens; the rest must agree. */
export function addressKey(address: string): string {
  return nameKey(address)
    .replace(/^(?:中国)?(?:江苏省?)?(?:南京市?)?/, '')
    .replaceAll(/[-—–_,，、;；:：#()]/g, '');
}
