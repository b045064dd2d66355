import type { MessageKey, Translate } from './translate.ts'

/** The sorts of changes that a file may be without, as their words are named. */
type Sort = MessageKey extends infer Key ? (Key extends `publish.left-out-${infer Name}` ? Name : never) : never

/** @returns what of the proposals a file does not hold, in words; null where it holds all. */
export function leftOutWords(leftOut: readonly { what: Sort; count: number }[], t: Translate): string | null {
  if (leftOut.length === 0) return null
  const list = leftOut.map(({ what, count }) => t(`publish.left-out-${what}`, { count })).join(' ')
  return t('publish.left-out', { list })
}
