import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { localeTag, translator, type Digits, type Language, type Translate } from '#core/locale/translate.ts'

type LocaleState = { language: Language; digits: Digits; tag: string; dir: 'rtl' | 'ltr'; t: Translate }

const LocaleContext = createContext<LocaleState | null>(null)

/** Provides the language, its direction, and the digits of the interface. */
export function LocaleProvider({
  language,
  digits,
  children,
}: {
  language: Language
  digits: Digits
  children: ReactNode
}) {
  const state = useMemo<LocaleState>(
    () => ({
      language,
      digits,
      tag: localeTag(language, digits),
      dir: language === 'ar' ? 'rtl' : 'ltr',
      t: translator(language, digits),
    }),
    [language, digits],
  )
  useLayoutEffect(() => {
    document.documentElement.lang = state.language
    document.documentElement.dir = state.dir
  }, [state])
  return (
    <LocaleContext value={state}>
      <I18nProvider locale={state.tag}>{children}</I18nProvider>
    </LocaleContext>
  )
}

/** @returns the language, direction and digits of the interface. @throws Error outside a `LocaleProvider`. */
export function useLocale(): LocaleState {
  const state = useContext(LocaleContext)
  if (state === null) throw new Error('useLocale needs a LocaleProvider above it')
  return state
}

/** @returns the function that translates message keys. */
export function useT(): Translate {
  return useLocale().t
}
