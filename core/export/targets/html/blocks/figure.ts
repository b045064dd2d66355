import type { Element, Properties } from 'hast'
import { h } from 'hastscript'
import type { Asset } from '../../../../article/asset.ts'
import type { Figure } from '../../../../article/block.ts'
import type { HtmlContext } from '../context.ts'
import { properties, separated, type HtmlWalk } from './properties.ts'

/** A picture lies in the package or in the page itself. An address elsewhere would tell that place who reads. */
const PICTURE_SRC = /^(?:images\/[\w.-]+$|cid:[\w.@-]+$|data:image\/)/u

/** How wide the page shows a picture: the column of its text, or less on a small screen. */
const SIZES = '(min-width: 38em) 38em, 100vw'

/** @returns what lets a browser choose the smallest file that will do. */
function choices(src: string, asset: Asset, context: HtmlContext): Properties {
  const smaller = (context.smaller?.(asset.hash) ?? []).filter(({ url }) => PICTURE_SRC.test(url))
  if (smaller.length === 0) return {}
  return {
    srcSet: [{ url: src, width: asset.width }, ...smaller].map(({ url, width }) => `${url} ${width}w`).join(', '),
    sizes: SIZES,
  }
}

function image(block: Figure, context: HtmlContext): Element | null {
  const src = block.asset === undefined ? null : context.images(block.asset.hash)
  if (block.asset === undefined || src === null || !PICTURE_SRC.test(src)) return null
  const { width, height } = block.asset
  return h('img', { src, ...choices(src, block.asset, context), alt: block.alt, width, height })
}

/** @returns the picture with its caption and credit; none where there is nothing of them. */
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
