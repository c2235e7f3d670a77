/** Chinese typesetting: a space between Han and Latin letters or digits, none beside full-width punctuation. */
export function spaced(text: string): string {
  return text
    .replace(/(\p{Script=Han})([A-Za-z0-9%])/gu, '$1 $2')
    .replace(/([A-Za-z0-9%])(\p{Script=Han})/gu, '$1 $2')
    .replace(/\s+([，。；：、！？）」》])/gu, '$1')
    .replace(/([，。；：、！？（「《])\s+/gu, '$1');
}
