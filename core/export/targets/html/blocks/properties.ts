import type { Element, ElementContent, Properties } from 'hast'
import type { AnyBlock } from '../../../../article/block.ts'
import type { Walk } from '../../../walk/walk.ts'
import { blockLanguage, type HtmlContext } from '../context.ts'

/** Writes blocks as elements. */
export type HtmlWalk = Walk<Element, HtmlContext>

/** @returns what every block's element carries. */
export function properties(block: AnyBlock, context: HtmlContext, className?: string): Properties {
  const own = { id: block.id, dir: block.dir, lang: blockLanguage(block.dir, context.language) }
  return className === undefined ? own : { ...own, className: [className] }
}

/** Newlines between blocks: the words of two blocks must not fuse when somebody strips the elements. */
export function separated(elements: readonly Element[]): ElementContent[] {
  return elements
    .flatMap((element): ElementContent[] => [{ type: 'text', value: '\n' }, element])
    .concat(elements.length === 0 ? [] : [{ type: 'text', value: '\n' }])
}
