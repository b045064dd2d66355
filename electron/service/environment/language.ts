import type { Language } from '#core/locale/translate.ts'

/**
 * @returns the language of messages in a terminal: Arabic when the environment asks for it, else English. As in POSIX,
 *   `LC_ALL` overrides `LC_MESSAGES`, which overrides `LANG`; an empty variable counts as not set.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^ar(?:$|[_.@-])/iu.test(locale) ? 'ar' : 'en'
}
