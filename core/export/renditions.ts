/** One file of a picture as it travels: the original, and under its width in pixels each smaller copy. */
export type Rendition = {
  name: 'original' | '1600' | '800'
  width: number
  height: number
  bytes: Uint8Array
}

/** The files of a picture by its hash, the original first; none for a picture that does not travel. */
export type Renditions = (hash: string) => readonly Rendition[]
