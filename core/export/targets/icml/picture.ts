import type { Asset } from '../../../article/asset.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { PICTURE_TURNS, type PictureTurn } from '../../picture-turn.ts'
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

/** The cosine and the sine of a turn by this many quarters. */
const ROTATIONS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

type Size = { readonly width: number; readonly height: number }

/**
 * @param stored the size of the pixels as they are stored
 * @returns the matrix that scales, mirrors and turns a picture around its middle, which is that of its frame
 */
function transform({ width, height }: Size, scale: number, { quarters, isMirrored }: PictureTurn): string {
  const [cos, sin] = ROTATIONS[quarters]
  const across = isMirrored ? -scale : scale
  const [a, b, c, d] = [across * cos, across * sin, -scale * sin, scale * cos]
  const middle = [-(a * width + c * height) / 2, -(b * width + d * height) / 2]
  // Without a minus before a zero.
  return [a, b, c, d, ...middle].map((each) => each + 0).join(' ')
}

/** @returns an inline frame that links to the file of a picture; null for one that is not exported. */
export function pictureFrame(asset: Asset, alt: string, context: IcmlContext): Xml | null {
  const url = context.images(asset.hash)
  if (url === null) return null
  const [fullWidth, fullHeight] = [asset.width * PER_PIXEL, asset.height * PER_PIXEL]
  const scale = Math.min(1, WIDEST / fullWidth)
  const [width, height] = [fullWidth * scale, fullHeight * scale]
  const turn = PICTURE_TURNS[context.orientation(asset)]
  const stored =
    turn.quarters % 2 === 0 ? { width: fullWidth, height: fullHeight } : { width: fullHeight, height: fullWidth }
  const bounds = x('GraphicBounds', { Left: 0, Top: 0, Right: stored.width, Bottom: stored.height })
  const image = x(
    'Image',
    { Self: context.newName('image'), ItemTransform: transform(stored, scale, turn) },
    x('Properties', {}, icmlText('Profile', '$ID/Embedded', { type: 'string' }), bounds),
    x('Link', { Self: context.newName('file'), LinkResourceURI: icmlField('LinkResourceURI', `file:${url}`) }),
  )
  const path = x('PathPointArray', {}, corners(width, height))
  const geometry = x('PathGeometry', {}, x('GeometryPathType', { PathOpen: 'false' }, path))
  const words = icmlField('CustomAltText', lineOf(alt, context.dir))
  const text = alt === '' ? [] : [x('ObjectExportOption', { AltTextSourceType: 'SourceCustom', CustomAltText: words })]
  const frame = {
    Self: context.newName('frame'),
    StrokeWeight: 0,
    ItemTransform: `1 0 0 1 ${width / 2} ${-height / 2}`,
  }
  return characters([x('Rectangle', frame, x('Properties', {}, geometry), text, image)])
}
