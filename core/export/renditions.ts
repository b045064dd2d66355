/**
 * How the pixels of a picture are turned before it is shown, as in EXIF (tag 274): 1 for not at all; even numbers up to 4 and
 * odd ones from 5 mirror it, and those from 5 on turn it by 90°.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** One exported file of a picture: the original, or a smaller copy named after its width in pixels. Its size is that as shown. */
export type Rendition = {
  name: 'original' | '1600' | '800'
  width: number
  height: number
  bytes: Uint8Array
  /** Of the original; if left out, and in the copies, the pixels are upright. */
  orientation?: Orientation
}

/** Looks up the files of a picture by its hash, the original first; none for a picture that is not exported. */
export type Renditions = (hash: string) => readonly Rendition[]
