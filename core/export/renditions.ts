/** One exported file of a picture: the original, or a smaller copy named after its width in pixels. */
export type Rendition = {
  name: 'original' | '1600' | '800'
  width: number
  height: number
  bytes: Uint8Array
}

/** Looks up the files of a picture by its hash, the original first; none for a picture that is not exported. */
export type Renditions = (hash: string) => readonly Rendition[]
