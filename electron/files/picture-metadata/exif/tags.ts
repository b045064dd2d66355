/** The tags of EXIF that are read or changed (CIPA DC-008, 4.6). */
export const TAGS = {
  thumbnailOffset: 0x0201,
  thumbnailLength: 0x0202,
  imageDescription: 0x010e,
  artist: 0x013b,
  copyright: 0x8298,
  exifDirectory: 0x8769,
  gpsDirectory: 0x8825,
  dateTimeOriginal: 0x9003,
  offsetTimeOriginal: 0x9011,
} as const
