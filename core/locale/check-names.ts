import { checks } from './ar/checks.ts'
import type { Translate } from './translate.ts'

type NameKey = Extract<keyof typeof checks, `name-${string}`>

/**
 * @param codes of checks, with commas between; a code that this version does not know stays as it is
 * @returns what the checks ask for, in the person's language.
 */
export function checkNames(codes: string, t: Translate): string {
  const names = codes.split(',').map((code) => {
    const key = `name-${code}`
    return Object.hasOwn(checks, key) ? t(`checks.${key as NameKey}`) : code
  })
  return names.join(t('common.and'))
}
