/** A phrase in both interface languages; Chinese comes first. */
export interface Text {
  zh: string;
  en: string;
}
