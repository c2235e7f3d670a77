/**
 * What people type into a number field, made plain: full-width to half-width, no spaces or invisible characters,
 * upper case. Letters are never turned into digits: an O stays an O and is reported.
 */
export function plainNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();
}
