/** The package has no types of its own. */
declare module 'subset-font' {
  /** @returns the font with the glyphs that this text needs, and those that its layout tables make of them. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype' | 'woff' | 'woff2' },
  ): Promise<Buffer>
}
