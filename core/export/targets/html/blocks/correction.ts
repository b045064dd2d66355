import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Correction } from '../../../../article/block.ts'
import { pageWords, writtenDay } from '../../../words.ts'
import { blockLanguage, type HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

/** @returns what readers are told of a mended fault, under its name and its day. */
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
