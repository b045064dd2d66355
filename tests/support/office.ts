import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
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

/**
 * Lets LibreOffice open a Word document and store it again.
 * @param folder where files may be written
 * @returns the path of the copy.
 */
export function officeCopy(document: string, folder: string): string {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const copies = join(folder, 'copies')
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'docx', '--outdir', copies, document],
    { stdio: 'ignore' },
  )
  return join(copies, basename(document))
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

/** Whether Python can drive LibreOffice (Debian: python3-uno). */
export const hasUno = spawnSync('/usr/bin/python3', ['-c', 'import uno']).status === 0

/** An edit of a document in LibreOffice, as `office-review.py` takes it. */
export type OfficeEdit = readonly [
  kind: 'replace' | 'delete' | 'split' | 'join' | 'remove',
  words: string,
  more?: string,
]
type OfficeCommand =
  | { do: 'texts'; file: string }
  | { do: 'edit'; file: string; to: string; tracked: boolean; edits: readonly OfficeEdit[] }

/** The paragraphs of a document with all tracked changes rejected, and with all accepted. */
export type TwoTexts = { base: string[]; head: string[] }

/**
 * Lets a person work on documents in LibreOffice.
 * @param folder where LibreOffice may keep its profile
 * @returns the answers to the commands, in their order: null for an edit
 */
export function inOffice(folder: string, person: string, commands: readonly OfficeCommand[]): (TwoTexts | null)[] {
  const script = join(import.meta.dirname, 'office-review.py')
  const order = ['/usr/bin/python3', script, folder, person, JSON.stringify(commands)] as const
  const output = execFileSync(order[0], order.slice(1), { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(output) as (TwoTexts | null)[]
}
