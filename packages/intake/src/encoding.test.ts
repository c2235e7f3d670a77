import { expect, test } from 'vitest';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding, detectKind } from './encoding.ts';

const text = '企业名称,统一社会信用代码,注册资本\n南京林洋科技有限公司,91320105MA20003690,100\n';
/** 企业名称,注册资本 in GBK, because the platform decodes it but cannot encode it. */
const gbk = Uint8Array.from([0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd7, 0xa2, 0xb2, 0xe1, 0x0a]);

test('UTF-8 with and without a mark, UTF-16 both ways and GBK are told apart', () => {
  expect(detectEncoding(Buffer.from(text))).toEqual({ encoding: 'utf-8', mark: 0 });
  expect(detectEncoding(Buffer.from(`\ufeff${text}`))).toEqual({ encoding: 'utf-8', mark: 3 });
  expect(detectEncoding(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual({ encoding: 'utf-16le', mark: 2 });
  expect(detectEncoding(Buffer.from(text, 'utf16le'))).toEqual({ encoding: 'utf-16le', mark: 0 });
  expect(detectEncoding(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual({ encoding: 'utf-16be', mark: 2 });
  expect(detectEncoding(gbk)).toEqual({ encoding: 'gb18030', mark: 0 });
  expect(new TextDecoder('gb18030').decode(gbk)).toBe('企业名称,注册\n');
});

test('a sample that ends inside a character is still UTF-8', () => {
  const bytes = Buffer.from(text);
  for (let end = 1; end < 40; end++) expect(detectEncoding(bytes.subarray(0, end)).encoding).toBe('utf-8');
});

test('files are known by their first bytes, not by their names', () => {
  expect(detectKind(Buffer.from('PK\u0003\u0004'))).toBe('zip');
  expect(detectKind(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('ole');
  expect(detectKind(Uint8Array.from([0x1f, 0x8b, 8]))).toBe('gzip');
  expect(detectKind(Buffer.from('%PDF-1.7'))).toBe('pdf');
  expect(detectKind(Buffer.from('<html><table>'))).toBe('html');
  expect(detectKind(Buffer.from(text))).toBe('text');
  expect(detectKind(Buffer.from(text, 'utf16le'))).toBe('text');
  expect(detectKind(new Uint8Array(0))).toBe('empty');
});

test('the separator is the sign that splits the lines evenly, outside quotes', () => {
  expect(detectDelimiter(text)).toBe(',');
  expect(detectDelimiter(text.replaceAll(',', '\t'))).toBe('\t');
  expect(detectDelimiter('a;b;c\n"1,5";"2,5";"3,5"\n')).toBe(';');
  expect(detectDelimiter('名称\n甲\n乙\n')).toBe(',');
});
