import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Digits, Language } from '#core/locale/translate.ts'
import { useLocale } from './locale.tsx'
import './date-locale.css'

/**
 * Regions that write dates day first, in the digits of the house. By region and not by `-u-nu-`: with that React Aria
 * accepts no digits of the other kind, and an Arabic keyboard types either.
 */
const REGIONS: Readonly<Record<Language, Record<Digits, string>>> = {
  ar: { latn: 'ar-AE', arab: 'ar-EG' },
  en: { latn: 'en-GB', arab: 'en-GB-u-nu-arab' },
}

/** Gives the fields for dates inside it their order and digits. */
export function DateLocale({ children }: { children: ReactNode }) {
  const { language, digits } = useLocale()
  return <I18nProvider locale={REGIONS[language][digits]}>{children}</I18nProvider>
}
