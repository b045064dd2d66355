import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { MAX_IMPORT_BYTES } from '#core/contract/import.ts'
import type { PackageFile } from '#core/export/package/bag.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { readBounded } from '../folders/read-bounded.ts'

/** The formats whose pictures lie beside the file; in all others the file holds them. */
const NAMES_PICTURES = /\.(?:html?|xhtml|md|markdown|xml|json)$/iu
const PICTURE = /\.(?:jpe?g|png|webp|gif)$/iu

/** The folder that `publish.exportFile` writes pictures into. */
const PICTURES = 'images'

/** @returns how a page may write a name: some systems take its letters and marks apart, and pages encode it. */
function spellings(name: string): string[] {
  return [name, name.normalize('NFC'), name.normalize('NFD')].flatMap((each) => [each, encodeURI(each)])
}

/** @returns the pictures beside a file that its content refers to by name. */
function picturesBeside(path: string, file: Buffer): PackageFile[] {
  const folder = join(dirname(path), PICTURES)
  if (!NAMES_PICTURES.test(path) || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  let left = MAX_IMPORT_BYTES
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && PICTURE.test(entry.name))
    .filter(({ name }) => spellings(name).some((each) => file.includes(each)))
    .map(({ name }) => {
      const bytes = readBounded(join(folder, name), left, 'import-too-large')
      left -= bytes.length
      return { path: `${PICTURES}/${name}`, bytes }
    })
}

/**
 * Reads a file for `import.recognise`, with the pictures that lie beside it.
 * @throws ContractError `file-missing`, `import-too-large`.
 */
export async function readSource(path: string): Promise<{ name: string; bytes: string }> {
  const bytes = readBounded(path, MAX_IMPORT_BYTES, 'import-too-large')
  const name = basename(path).slice(0, 255)
  const pictures = picturesBeside(path, bytes)
  if (pictures.length === 0) return { name, bytes: bytes.toString('base64') }
  const zip = await writeZip([{ path: name, bytes }, ...pictures])
  if (zip.length > MAX_IMPORT_BYTES) throw new ContractError('import-too-large', { path })
  return { name, bytes: Buffer.from(zip).toString('base64') }
}
