import { fontFaces } from './fonts.ts'

/** Prints an HTML page. @returns the PDF; null if no printer is available. */
export type Printer = (html: string) => Promise<Uint8Array | null>

/** @returns the page with its fonts embedded, because the machine that prints may have no good Arabic font. */
export async function printedPage(html: string): Promise<string> {
  const faces = await fontFaces()
  return html.replace('</head>', () => `<style>\n${faces}\n</style></head>`)
}
