import type { Asset } from '../../../article/asset.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { PICTURE_TURNS } from '../../picture-turn.ts'
import { languageDirection } from '../html/context.ts'
import { docxPicture } from './fields.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'

/** In English metric units: one pixel at 96 per inch, and the width between the margins. */
const PER_PIXEL = 9525
const TEXT_WIDTH = 5_731_510

/** In sixtieths of a thousandth of a degree, clockwise. */
const QUARTER = 5_400_000

type Size = { readonly cx: number; readonly cy: number }

/** @returns the size in which a picture is shown, no wider than the text; a turned one is no higher either. */
function shownSize({ width, height }: Asset, isOnSide: boolean): Size {
  // Word gives the line of a turned picture the width that the picture has before it is turned.
  const longest = isOnSide ? Math.max(width, height) : width
  const scale = Math.min(PER_PIXEL, TEXT_WIDTH / longest)
  return { cx: Math.round(width * scale), cy: Math.max(1, Math.round(height * scale)) }
}

/** The room that a turned picture takes beyond its frame, which is not turned. */
function overhang({ cx, cy }: Size, isOnSide: boolean): Record<'l' | 't' | 'r' | 'b', number> {
  const beside = isOnSide ? Math.max(0, Math.round((cy - cx) / 2)) : 0
  const above = isOnSide ? Math.max(0, Math.round((cx - cy) / 2)) : 0
  return { l: beside, t: above, r: beside, b: above }
}

/** @returns a run with the picture, at most as wide as the text; null for one that is not exported. */
export function pictureRun(asset: Asset, alt: string, context: DocxContext): Xml | null {
  const relation = context.picture(asset)
  if (relation === null) return null
  const { quarters, isMirrored } = PICTURE_TURNS[context.orientation(asset)]
  const isOnSide = quarters % 2 === 1
  const shown = shownSize(asset, isOnSide)
  const frame = isOnSide ? { cx: shown.cy, cy: shown.cx } : shown
  const turn = { rot: quarters === 0 ? null : quarters * QUARTER, flipH: isMirrored ? 1 : null }
  const id = context.newDrawing()
  const words = lineOf(alt, languageDirection(context.language))
  const named = { id, name: docxPicture('name', asset.name), descr: docxPicture('descr', words) }
  const graphic = x(
    'pic:pic',
    {},
    x('pic:nvPicPr', {}, x('pic:cNvPr', named), x('pic:cNvPicPr')),
    x('pic:blipFill', {}, x('a:blip', { 'r:embed': relation }), x('a:stretch', {}, x('a:fillRect'))),
    x(
      'pic:spPr',
      {},
      x('a:xfrm', turn, x('a:off', { x: 0, y: 0 }), x('a:ext', frame)),
      x('a:prstGeom', { prst: 'rect' }, x('a:avLst')),
    ),
  )
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  const inline = x(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    x('wp:extent', frame),
    isOnSide ? [x('wp:effectExtent', overhang(frame, isOnSide))] : [],
    x('wp:docPr', named),
    x('wp:cNvGraphicFramePr'),
    x('a:graphic', {}, x('a:graphicData', { uri }, graphic)),
  )
  return x('w:r', {}, x('w:drawing', {}, inline))
}
