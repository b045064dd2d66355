import type { Asset } from '../../../article/asset.ts'
import type { DocxContext } from './context.ts'
import { x, type Xml } from '../../xml.ts'

/** In English metric units: one pixel at 96 per inch, and the width between the margins. */
const PER_PIXEL = 9525
const TEXT_WIDTH = 5_731_510

/** @returns a run with the picture, at most as wide as the text; null for one that is not exported. */
export function pictureRun(asset: Asset, alt: string, context: DocxContext): Xml | null {
  const relation = context.picture(asset)
  if (relation === null) return null
  const cx = Math.min(asset.width * PER_PIXEL, TEXT_WIDTH)
  const cy = Math.max(1, Math.round((cx * asset.height) / asset.width))
  const id = context.newDrawing()
  const named = { id, name: asset.name, descr: alt }
  const graphic = x(
    'pic:pic',
    {},
    x('pic:nvPicPr', {}, x('pic:cNvPr', named), x('pic:cNvPicPr')),
    x('pic:blipFill', {}, x('a:blip', { 'r:embed': relation }), x('a:stretch', {}, x('a:fillRect'))),
    x(
      'pic:spPr',
      {},
      x('a:xfrm', {}, x('a:off', { x: 0, y: 0 }), x('a:ext', { cx, cy })),
      x('a:prstGeom', { prst: 'rect' }, x('a:avLst')),
    ),
  )
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
  const inline = x(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    x('wp:extent', { cx, cy }),
    x('wp:docPr', named),
    x('wp:cNvGraphicFramePr'),
    x('a:graphic', {}, x('a:graphicData', { uri }, graphic)),
  )
  return x('w:r', {}, x('w:drawing', {}, inline))
}
