import type { Direction } from '../../../article/block.ts'
import type { Words } from '../../walk/words.ts'
import { x, type Xml, type XmlAttributes } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { inlinesToIcml } from './inlines.ts'
import type { IcmlStyle } from '../../walk/paragraph-styles.ts'
import { icmlDirection, startAlign } from './styles.ts'

type Extra = XmlAttributes

/** @returns a paragraph of a style. One that runs against the article states its direction. */
export function paragraph(
  style: IcmlStyle,
  dir: Direction,
  content: readonly Xml[],
  context: IcmlContext,
  extra: Extra = {},
): Xml {
  const turned = dir === context.dir ? {} : { Justification: startAlign(dir), ParagraphDirection: icmlDirection(dir) }
  return x(
    'ParagraphStyleRange',
    { AppliedParagraphStyle: `ParagraphStyle/${style.name}`, ...turned, ...extra },
    content,
  )
}

/** @returns the text of a block as a paragraph; none for a block without text. */
export function textParagraph(style: IcmlStyle, block: Words, context: IcmlContext, extra: Extra = {}): Xml[] {
  const content = inlinesToIcml(block.children, block.dir, context)
  return content.length === 0 ? [] : [paragraph(style, block.dir, content, context, extra)]
}

/** @returns the paragraphs with a break at the end of each but the last. */
export function joined(paragraphs: readonly Xml[]): Xml[] {
  return paragraphs.map((each, index) =>
    index === paragraphs.length - 1 ? each : { ...each, children: [...each.children, x('Br')] },
  )
}
