import type { ElementContent } from 'hast'
import { h } from '../../fields/html-element.ts'
import type { TextBlock } from '../../../article/block.ts'
import { nestedRuns, type Nesting } from '../../nested-runs.ts'
import { runsOf } from '../../text-runs.ts'
import { blockLanguage } from '../html/context.ts'
import { wordpressField } from './fields.ts'

function lines(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br')]),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}

/** WordPress removes `bdi` from the posts of authors; a `span` with a direction isolates as well. */
const leftToRight = (content: ElementContent[]): ElementContent => h('span', { dir: 'ltr' }, content)

const NESTING: Nesting<ElementContent> = {
  text: lines,
  mark: {
    bold: (content) => h('strong', content),
    italic: (content) => h('em', content),
    // WordPress has no `u`; its editor underlines like this.
    underline: (content) => h('span', { style: 'text-decoration: underline' }, content),
  },
  link: (url, content) => h('a', { href: wordpressField('href', url) }, content),
  written: leftToRight,
  byRule: ({ isOverride }, content) => (isOverride ? h('bdo', { dir: 'ltr' }, content) : leftToRight(content)),
}

/**
 * Writes the text of a block in a `span` with its direction and language. WordPress's blocks cannot hold both, and its
 * editor calls a block with an unknown attribute broken.
 * @returns an empty list for a block without text.
 */
export function words(block: TextBlock, language: string, className?: string): ElementContent[] {
  const content = nestedRuns(runsOf(block.children, block.dir), NESTING)
  return content.length === 0 ? [] : [lineSpan(block, language, content, className)]
}

/** @returns a line without text, which keeps the place of a block that has none. */
export function emptyLine(block: TextBlock, language: string): ElementContent {
  return lineSpan(block, language, [])
}

function lineSpan(
  { dir }: TextBlock,
  language: string,
  content: readonly ElementContent[],
  className?: string,
): ElementContent {
  const properties = { dir, lang: blockLanguage(dir, language) }
  return h('span', className === undefined ? properties : { ...properties, className: [className] }, [...content])
}
