import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { readRegularFile } from '#db/regular-file.ts'

/** The font files of this package are whole: a letter with its dots is one glyph. Later releases compose it of several. */
const PACKAGE = '@expo-google-fonts/noto-naskh-arabic'
const FACES = [
  [400, 'NotoNaskhArabic_400Regular.ttf'],
  [700, 'NotoNaskhArabic_700Bold.ttf'],
] as const

/**
 * The characters to keep, first and last. The presentation forms of letters are left out on purpose: a PDF names a glyph by
 * one of its characters, and readers do not find a word that is written in presentation forms. Of their block only
 * ornate brackets, ligatures of honour and the rial sign stay.
 */
const RANGES = [
  [0x20, 0x17f],
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8ff],
  [0x200c, 0x206f],
  [0x20ac, 0x20ac],
  [0xfd3e, 0xfd3f],
  [0xfdfa, 0xfdfd],
] as const

const CHARACTERS = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_each, index) => String.fromCodePoint(first + index)),
).join('')

/** A kern moves the next letters by a command of their own, which readers of a PDF take for a gap between words. */
const NO_KERNING = 'html { font-kerning: none; }'

/** One face per weight: a face for each script would make a run, and so a gap between words, at every change of script. */
async function makeFontFaces(): Promise<string> {
  const require = createRequire(import.meta.url)
  const faces = FACES.map(async ([weight, file]) => {
    const whole = readRegularFile(require.resolve(`${PACKAGE}/${file}`))
    const bytes = await subsetFont(whole, CHARACTERS, { targetFormat: 'truetype' })
    return `@font-face { font-family: 'Noto Naskh Arabic'; font-weight: ${weight}; src: url(data:font/ttf;base64,${bytes.toString('base64')}) format('truetype'); }`
  })
  return [...(await Promise.all(faces)), NO_KERNING].join('\n')
}

let made: Promise<string> | null = null

/** @returns the style rules that embed the fonts of a printed page. They are made once in a process. */
export function fontFaces(): Promise<string> {
  made ??= makeFontFaces()
  return made
}
