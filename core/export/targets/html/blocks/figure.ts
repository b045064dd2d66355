import type { Element } from 'hast'
import { h, type HtmlAttributes } from '../../../fields/html-element.ts'
import type { Asset } from '../../../../article/asset.ts'
import type { Figure } from '../../../../article/block.ts'
import { lineOf } from '../../../fields/plain-words.ts'
import type { HtmlContext } from '../context.ts'
import { htmlField } from '../fields.ts'
import { properties, separated, type HtmlWalk } from './properties.ts'

/** A picture is in the package or in the page itself. A picture on another server would report every reader to it. */
const PICTURE_SRC = /^(?:images\/[\w.-]+$|cid:[\w.@-]+$|data:image\/)/u

/** The width of a picture on the page: the column of text, or the screen if that is narrower. */
const SIZES = '(min-width: 38em) 38em, 100vw'

/** @returns the attributes by which a browser chooses the smallest file that suffices. */
function choices(src: string, asset: Asset, context: HtmlContext): HtmlAttributes {
  const smaller = (context.smaller?.(asset.hash) ?? []).filter(({ url }) => PICTURE_SRC.test(url))
  if (smaller.length === 0) return {}
  return {
    srcSet: htmlField(
      'srcSet',
      [{ url: src, width: asset.width }, ...smaller].map(({ url, width }) => ({ url: htmlField('src', url), width })),
    ),
    sizes: SIZES,
  }
}

function image(block: Figure, context: HtmlContext): Element | null {
  const src = block.asset === undefined ? null : context.images(block.asset.hash)
  if (block.asset === undefined || src === null || !PICTURE_SRC.test(src)) return null
  const { width, height } = block.asset
  return h('img', {
    src: htmlField('src', src),
    ...choices(src, block.asset, context),
    alt: htmlField('alt', lineOf(block.alt, block.dir)),
    width,
    height,
  })
}

/** @returns the picture with its caption and credit; nothing if it has none of these. */
export function figureToHtml(block: Figure, context: HtmlContext, walk: HtmlWalk): Element[] {
  const picture = image(block, context)
  const words = walk(block.children, context)
  if (picture === null && words.length === 0) return []
  const caption = words.length === 0 ? [] : [h('figcaption', separated(words))]
  const date = block.date === undefined ? {} : { dataDate: block.date }
  return [
    h(
      'figure',
      { ...properties(block, context), ...date },
      separated([...(picture === null ? [] : [picture]), ...caption]),
    ),
  ]
}
