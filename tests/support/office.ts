import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PackageFile } from '#core/export/package/bag.ts'
import { writeZip } from '#electron/files/zip-write.ts'

/** Whether LibreOffice is installed (Debian: libreoffice-writer-nogui). */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0

/**
 * Lets LibreOffice print a Word document.
 * @param folder where files may be written
 * @returns the PDF.
 */
export async function officePdf(parts: readonly PackageFile[], folder: string): Promise<Uint8Array> {
  const document = join(folder, 'office.docx')
  writeFileSync(document, await writeZip(parts))
  const profile = pathToFileURL(join(folder, 'profile')).href
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, document],
    { stdio: 'ignore' },
  )
  return readFileSync(join(folder, 'office.pdf'))
}

/** @returns the parts of a Word document without the page number below each page. */
export function withoutFooter(parts: readonly PackageFile[]): PackageFile[] {
  return inDocument(parts, (xml) => xml.replace(/<w:footerReference [^>]*>/u, ''))
}

/** @returns the parts of a Word document, its text changed. */
export function inDocument(parts: readonly PackageFile[], change: (xml: string) => string): PackageFile[] {
  return parts.map(({ path, bytes }) => ({
    path,
    bytes: path === 'word/document.xml' ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes,
  }))
}
