import type { Text } from '@forest/domain';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Language = 'zh' | 'en';

/** A catalogue entry: a phrase, or a phrase made from values. */
export type CopyEntry = Text | ((...values: never[]) => Text);
export type Copy = Record<string, CopyEntry>;

/** A catalogue in one language. A key that does not exist, or lacks a language, does not compile. */
export type Spoken<C extends Copy> = {
  readonly [K in keyof C]: C[K] extends (...values: infer V) => Text ? (...values: V) => string : string;
};

interface LanguageState {
  language: Language;
  setLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageState>({ language: 'zh', setLanguage: () => {} });
const STORED = 'forest.language';

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const state = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext);
}

/** The catalogue in the reader's language: `const t = useCopy(registryCopy)`, then `t.title`, `t.count(3)`. */
export function useCopy<C extends Copy>(copy: C): Spoken<C> {
  return speak(copy, useLanguage().language);
}

/** For phrases that come from the server. */
export function useSay(): (text: Text) => string {
  const { language } = useLanguage();
  return (text) => text[language] || text.zh;
}

const spoken = new WeakMap<Copy, Partial<Record<Language, unknown>>>();

export function speak<C extends Copy>(copy: C, language: Language): Spoken<C> {
  const known = spoken.get(copy) ?? {};
  spoken.set(copy, known);
  known[language] ??= Object.fromEntries(
    Object.entries(copy).map(([key, entry]) => [
      key,
      typeof entry === 'function' ? (...values: never[]) => entry(...values)[language] : entry[language],
    ]),
  );
  return known[language] as Spoken<C>;
}
