import { fold } from '../../text/fold.ts'
import { isSectionName } from './section-names.ts'
import { trimEdges, wordKey, type SourceLine } from './source-lines.ts'

const HOME = new Set(['الرئيسية', 'الصفحة الرئيسية', 'home', 'رئيسية'].map(fold))
const GENERAL = new Set(['أخبار', 'الأخبار'].map(fold))
const LABEL = /^(?:القسم|التصنيف|تصنيف|الفئة|قسم|category|section)\s*:/iu
const TRAIL = /[/>›»«‹|\\←→]/u

const partsOf = (text: string, mark: RegExp): string[] => text.split(mark).map(trimEdges)

/**
 * Reads the section from a line of navigation: «الرئيسية / سياسة», «القسم: اقتصاد», or «رياضة» alone.
 * @returns the section; empty for a trail without one; null for any other line
 */
export function readSection({ text, key, words }: SourceLine): string | null {
  if (words > 16) return null
  const label = LABEL.exec(text)?.[0]
  const labelled = label === undefined ? '' : trimEdges(text.slice(label.length))
  if (labelled.length >= 2 && labelled.length <= 40) return labelled
  const steps = partsOf(text, TRAIL).filter((step) => step !== '')
  if (steps.length > 1 && HOME.has(wordKey(steps[0] ?? ''))) {
    // The last step may be the title of the article.
    return steps.slice(1).find((step) => wordKey(step).split(' ').length <= 3) ?? ''
  }
  // «أخبار | سياسة | العراق»: only sections. The first other than «أخبار» is the most specific.
  const parts = partsOf(text, /[|،/]/u)
  if (parts.length > 1 && parts.every((part) => isSectionName(wordKey(part)))) {
    return parts.find((part) => !GENERAL.has(wordKey(part))) ?? parts[0] ?? ''
  }
  return isSectionName(key) && words <= 3 ? text : null
}
