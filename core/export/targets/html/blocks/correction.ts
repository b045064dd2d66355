import type { Element } from 'hast'
import { h } from '../../../fields/html-element.ts'
import type { Correction } from '../../../../article/block.ts'
import { pageWords, writtenDay } from '../../../page-words.ts'
import { blockLanguage, type HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

/** @returns a correction under its heading, with its day if it has one. */
export function correctionToHtml(block: Correction, context: HtmlContext): Element[] {
  const language = blockLanguage(block.dir, context.language)
  const day =
    block.date === undefined
      ? []
      : [': ', h('time', { dateTime: block.date }, writtenDay(block.date, language, context.digits ?? 'latn'))]
  const head = h('p', { className: ['correction-head'] }, [h('strong', pageWords(language).correction), ...day])
  const words = h('p', inlinesToHtml(block.children, block.dir))
  return [h('aside', properties(block, context, 'correction'), separated([head, words]))]
}
