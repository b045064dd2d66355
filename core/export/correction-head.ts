import type { Correction } from '../article/block.ts'
import { pageWords } from './page-words.ts'
import { blockLanguage } from './targets/html/context.ts'

/**
 * The line above the words of a correction, for formats without a house style. Its day is in ISO 8601.
 * @param language of the article
 */
export function correctionHead({ dir, date }: Pick<Correction, 'dir' | 'date'>, language: string): string {
  const name = pageWords(blockLanguage(dir, language)).correction
  return date === undefined ? name : `${name}: ${date}`
}
