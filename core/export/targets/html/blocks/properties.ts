import type { Element, ElementContent } from 'hast'
import type { AnyBlock } from '../../../../article/block.ts'
import type { HtmlAttributes } from '../../../fields/html-element.ts'
import type { Walk } from '../../../walk/walk.ts'
import { blockLanguage, type HtmlContext } from '../context.ts'

/** Writes blocks as elements. */
export type HtmlWalk = Walk<Element, HtmlContext>

/** @returns the attributes that the element of every block has. */
export function properties(block: AnyBlock, context: HtmlContext, className?: string): HtmlAttributes {
  const own = { id: block.id, dir: block.dir, lang: blockLanguage(block.dir, context.language) }
  return className === undefined ? own : { ...own, className: [className] }
}

/** Puts newlines between elements, so that the words of two blocks stay apart when the tags are removed. */
export function separated(elements: readonly Element[]): ElementContent[] {
  return elements
    .flatMap((element): ElementContent[] => [{ type: 'text', value: '\n' }, element])
    .concat(elements.length === 0 ? [] : [{ type: 'text', value: '\n' }])
}
