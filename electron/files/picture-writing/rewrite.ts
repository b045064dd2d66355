/** What each container asks for when its metadata is written anew. */
export type Rewrite = {
  /** The new packet, at most so long: what somebody else wrote into it gives way first. */
  xmp: (limit: number) => Buffer
  /** Photoshop's resources with the new IPTC among them. */
  photoshop: () => Buffer
  /** EXIF's TIFF as it may leave; empty for none. */
  exif: (tiff: Buffer) => Buffer
}
