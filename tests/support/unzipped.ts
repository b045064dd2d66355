import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** Writes the files of a zip into a folder, which it makes. */
export async function unzipped(bytes: Buffer, folder: string): Promise<void> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  for await (const entry of zip.eachEntry()) {
    const target = join(folder, entry.fileName)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, await buffer(await zip.openReadStreamPromise(entry)))
  }
}
