import type { Language } from '#core/locale/translate.ts'

/**
 * Says in which language the command line speaks: Arabic when the environment asks for it, else English.
 * POSIX: `LC_ALL` overrides `LC_MESSAGES`, which overrides `LANG`; an empty one counts as not set.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^ar(?:$|[_.@-])/iu.test(locale) ? 'ar' : 'en'
}
