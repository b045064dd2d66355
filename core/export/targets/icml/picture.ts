import type { Asset } from '../../../article/asset.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { x, type Xml } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { icmlField, icmlText } from './fields.ts'
import { characters } from './inlines.ts'

/** In points: one pixel at 96 per inch, and the widest picture that fits a column. */
const PER_PIXEL = 0.75
const WIDEST = 400

function corners(width: number, height: number): Xml[] {
  const [w, h] = [width / 2, height / 2]
  return [`${-w} ${-h}`, `${-w} ${h}`, `${w} ${h}`, `${w} ${-h}`].map((point) =>
    x('PathPointType', { Anchor: point, LeftDirection: point, RightDirection: point }),
  )
}

/** @returns an inline frame that links to the file of a picture; null for one that is not exported. */
export function pictureFrame(asset: Asset, alt: string, context: IcmlContext): Xml | null {
  const url = context.images(asset.hash)
  if (url === null) return null
  const [fullWidth, fullHeight] = [asset.width * PER_PIXEL, asset.height * PER_PIXEL]
  const scale = Math.min(1, WIDEST / fullWidth)
  const [width, height] = [fullWidth * scale, fullHeight * scale]
  const bounds = x('GraphicBounds', { Left: 0, Top: 0, Right: fullWidth, Bottom: fullHeight })
  const image = x(
    'Image',
    { Self: context.newName('image'), ItemTransform: `${scale} 0 0 ${scale} ${-width / 2} ${-height / 2}` },
    x('Properties', {}, icmlText('Profile', '$ID/Embedded', { type: 'string' }), bounds),
    x('Link', { Self: context.newName('file'), LinkResourceURI: icmlField('LinkResourceURI', `file:${url}`) }),
  )
  const path = x('PathPointArray', {}, ...corners(width, height))
  const geometry = x('PathGeometry', {}, x('GeometryPathType', { PathOpen: 'false' }, path))
  const words = icmlField('CustomAltText', lineOf(alt, context.dir))
  const text = alt === '' ? [] : [x('ObjectExportOption', { AltTextSourceType: 'SourceCustom', CustomAltText: words })]
  const frame = {
    Self: context.newName('frame'),
    StrokeWeight: 0,
    ItemTransform: `1 0 0 1 ${width / 2} ${-height / 2}`,
  }
  return characters([x('Rectangle', frame, x('Properties', {}, geometry), ...text, image)])
}
