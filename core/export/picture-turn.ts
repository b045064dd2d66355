import type { Orientation } from './renditions.ts'

/** How a program shows a picture that does not read what EXIF asks for: it mirrors the pixels first, then turns them. */
export type PictureTurn = {
  /** Quarters of a full turn, clockwise. */
  readonly quarters: 0 | 1 | 2 | 3
  /** Whether left and right change places. */
  readonly isMirrored: boolean
}

export const PICTURE_TURNS: Readonly<Record<Orientation, PictureTurn>> = {
  1: { quarters: 0, isMirrored: false },
  2: { quarters: 0, isMirrored: true },
  3: { quarters: 2, isMirrored: false },
  4: { quarters: 2, isMirrored: true },
  5: { quarters: 3, isMirrored: true },
  6: { quarters: 1, isMirrored: false },
  7: { quarters: 1, isMirrored: true },
  8: { quarters: 3, isMirrored: false },
}
